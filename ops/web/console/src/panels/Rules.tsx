import { useRef } from 'preact/hooks';
import { rulesIn } from '../lib/diff.ts';
import { Icon } from '../look/Icon.tsx';
import { rules } from '../state/amended.ts';
import { clock } from '../state/clock.ts';
import { showTab } from '../state/dock.ts';
import { can } from '../state/house.ts';
import { personName, ruleName } from '../state/names.ts';
import { objects } from '../state/picture.ts';
import { beginRules, proposedRules, rulesDraft } from '../state/rules.ts';
import { t, versionWords } from '../state/words.ts';
import { Empty } from './Panel.tsx';
import { RulesEditor } from './RulesEditor.tsx';

function Standing() {
  const change = objects.rules.value.get('in-force');
  const known = rules.value;
  if (!known) return null;
  return (
    <p class="rules-standing">
      <strong>{t('rules.inForce')}</strong> · {versionWords(known.version)}
      {change && (
        <>
          {' · '}
          {t('zone.changed', { name: personName(change.by), at: clock(change.at) })} · <bdi>{change.why}</bdi>
        </>
      )}
    </p>
  );
}

/** The rules in force as they are written, with a list to jump to each. */
export function Rules() {
  const code = useRef<HTMLOListElement>(null);
  if (rulesDraft.value) return <RulesEditor draft={rulesDraft.value} />;
  const known = rules.value;
  if (!known) return <Empty>{t('rules.loading')}</Empty>;
  const jump = (line: number) => {
    const row = code.current?.children.item(line - 1);
    row?.scrollIntoView({ block: 'start' });
    if (row instanceof HTMLElement) row.focus({ preventScroll: true });
  };
  const list = rulesIn(known.yaml);
  const starts = new Set(list.map((r) => r.line));
  return (
    <div class="rules">
      <header class="rules-head">
        <Standing />
        {proposedRules.value ? (
          <button type="button" class="small" onClick={() => showTab('decisions')}>
            <Icon name="bell" /> {t('rules.waits.show')}
          </button>
        ) : (
          can('OPERATOR', 'APPROVER') && (
            <button type="button" class="small" onClick={beginRules}>
              <Icon name="edit" /> {t('rules.propose')}
            </button>
          )
        )}
      </header>
      <nav class="rules-list" aria-label={t('rules.list')}>
        <ul>
          {list.map(({ name, line }) => (
            <li key={line}>
              <button type="button" onClick={() => jump(line)}>
                <bdi dir="ltr">{name}</bdi>
                <span class="faint">{ruleName(name) === name ? '' : ruleName(name)}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs it (WCAG 2.1.1) */}
      <ol ref={code} class="rules-code" dir="ltr" lang="en" tabIndex={0} aria-label={t('rules.inForce')}>
        {known.yaml.split('\n').map((line, i) => (
          <li
            key={`${i} ${line}`}
            tabIndex={-1}
            class={starts.has(i + 1) ? 'is-rule' : /^\s*#/.test(line) ? 'is-remark' : ''}
          >
            <code>{line || ' '}</code>
          </li>
        ))}
      </ol>
    </div>
  );
}
