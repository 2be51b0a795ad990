import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { diffLines, sizeOf } from '../lib/diff.ts';
import { mistakesIn } from '../lib/mistakes.ts';
import { Icon } from '../look/Icon.tsx';
import { loadRules, rules } from '../state/amended.ts';
import { showTab } from '../state/dock.ts';
import { personName } from '../state/names.ts';
import { order, type Refusal, underway } from '../state/orders.ts';
import { objects } from '../state/picture.ts';
import { beginRules, changeRules, dropRules, type RulesDraft } from '../state/rules.ts';
import { inDrill } from '../state/view.ts';
import { t } from '../state/words.ts';
import { CodeField, showLine } from './CodeField.tsx';
import { DiffView } from './DiffView.tsx';
import { useFocusInside } from './focus.ts';
import { Mistakes } from './Mistakes.tsx';

const MOST_CHARS = 200_000;

/** Others were put in force while these were written. */
function Meanwhile() {
  const change = objects.rules.value.get('in-force');
  return (
    <section class="meanwhile" role="alert">
      <p>
        <Icon name="warning" /> <strong>{t('reason.changed-meanwhile')}</strong>
      </p>
      {change && (
        <p>{t('zone.changed.by', { n: change.version, name: personName(change.by), why: change.why })}</p>
      )}
      <div class="buttons">
        <button
          type="button"
          onClick={async () => {
            await loadRules();
            beginRules();
          }}
        >
          {t('amend.newest')}
        </button>
        <button
          type="button"
          onClick={async () => {
            await loadRules();
            const now = rules.peek();
            if (now) changeRules({ basedOn: now.version, mistakes: [] });
          }}
        >
          {t('rules.keepMine')}
        </button>
      </div>
    </section>
  );
}

/** Writes other rules, shows what they change, and hands them in with a reason. */
export function RulesEditor({ draft }: { draft: RulesDraft }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const differs = useSignal(false);
  const refused = useSignal(false);
  const short = useSignal(false);
  useFocusInside(field, () => document.getElementById('tab-rules'));
  useEffect(() => showLine(field.current, 1), []);
  const inForce = rules.value?.yaml ?? '';
  const diff = useMemo(() => diffLines(inForce, draft.yaml), [inForce, draft.yaml]);
  const { more, fewer } = sizeOf(diff);
  const behind = (rules.value?.version ?? 0) !== draft.basedOn || refused.value;
  const drill = inDrill.value;

  const onRefusal = (answer: Refusal): boolean => {
    if (answer.why !== 'problem') return false;
    if (answer.reason === 'changed-meanwhile') {
      refused.value = true;
      void loadRules();
    } else if (answer.reason === 'site-unsound') changeRules({ mistakes: mistakesIn(answer.detail) });
    else return false;
    return true;
  };
  const send = async () => {
    short.value = draft.why.trim().length < 3;
    if (short.value || behind || more + fewer === 0 || underway.value.has('rules')) return;
    changeRules({ mistakes: [] });
    const done = await order(
      'rules',
      {
        type: 'SiteCommand.ProposeRules',
        yaml: draft.yaml,
        basedOn: draft.basedOn,
        why: draft.why.trim(),
      },
      t(drill ? 'rules.sent.drill' : 'rules.sent'),
      onRefusal,
    );
    if (!done) return;
    dropRules();
    if (!drill) showTab('decisions');
  };

  return (
    <form
      class="rules-editor"
      onSubmit={(e) => {
        e.preventDefault();
        void send();
      }}
    >
      <header class="rules-head">
        <div class="switch">
          <button
            type="button"
            aria-pressed={!differs.value}
            onClick={() => {
              differs.value = false;
            }}
          >
            {t('rules.text')}
          </button>
          <button
            type="button"
            aria-pressed={differs.value}
            onClick={() => {
              differs.value = true;
            }}
          >
            {t('rules.diff')} <bdi class="faint" dir="ltr">{`+${more} −${fewer}`}</bdi>
          </button>
        </div>
        <p class={drill ? 'rules-note' : 'faint'}>{t(drill ? 'rules.note.drill' : 'rules.note.live')}</p>
      </header>
      {behind && <Meanwhile key={draft.basedOn} />}
      {differs.value ? (
        <DiffView lines={diff} />
      ) : (
        <CodeField
          label={t('rules.title')}
          value={draft.yaml}
          most={MOST_CHARS}
          rows={12}
          invalid={draft.mistakes.length > 0}
          field={field}
          write={(yaml) => changeRules({ yaml })}
        />
      )}
      <Mistakes
        mistakes={draft.mistakes}
        file={(file) => file === 'rules.yaml'}
        show={(line) => {
          differs.value = false;
          requestAnimationFrame(() => showLine(field.current, line));
        }}
      />
      <footer class="rules-foot">
        <label>
          <span class="faint">{t('rules.why')}</span>
          <input
            value={draft.why}
            maxLength={300}
            dir="auto"
            aria-invalid={short.value}
            onInput={(e) => {
              short.value = false;
              changeRules({ why: e.currentTarget.value });
            }}
          />
        </label>
        <button type="button" onClick={dropRules}>
          {t('app.cancel')}
        </button>
        <button type="submit" class="primary" disabled={behind || more + fewer === 0}>
          {t(drill ? 'rules.send.drill' : 'rules.send')}
        </button>
      </footer>
      {short.value && (
        <p class="field-error" role="alert">
          {t('compose.why.short')}
        </p>
      )}
    </form>
  );
}
