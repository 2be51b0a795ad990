import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { headline } from '../lib/alerts.ts';
import { Icon } from '../look/Icon.tsx';
import { type Tab, tab } from '../state/dock.ts';
import { drill } from '../state/picture.ts';
import { proposedRules, waitingCount } from '../state/rules.ts';
import { language } from '../state/settings.ts';
import { chosenDecision, decision, inDrill, openTasks, pending, quarantine } from '../state/view.ts';
import { t } from '../state/words.ts';
import { Decision } from './Decision.tsx';
import { Log, LogSwitch } from './Log.tsx';
import { Empty } from './Panel.tsx';
import { Quarantine } from './Quarantine.tsx';
import { Rules } from './Rules.tsx';
import { RulesDecision } from './RulesDecision.tsx';
import { Story } from './StoryLine.tsx';
import { Tasks } from './Tasks.tsx';

const titles = {
  decisions: 'decision.title',
  tasks: 'task.title',
  log: 'log.title',
  quarantine: 'quarantine.title',
  rules: 'rules.title',
  story: 'drill.story',
} as const;

/** The rules that wait stand among the alerts that do. */
const RULES = 'rules';

const waitingIds = () => [
  ...pending.value.map((p) => `${p.alert.id}.${p.revision.message.revision}`),
  ...(proposedRules.value ? [`${RULES}.${proposedRules.value.version}`] : []),
];

/** A new decision brings itself to the front; after the last one the log comes back. */
function useFront(): void {
  const known = useRef(new Set<string>());
  useSignalEffect(() => {
    const waiting = waitingIds();
    const fresh = waiting.some((id) => !known.current.has(id));
    const had = known.current.size > 0;
    known.current = new Set(waiting);
    if (fresh) tab.value = 'decisions';
    else if (had && waiting.length === 0 && tab.peek() === 'decisions') tab.value = 'log';
  });
}

function Decisions() {
  const proposed = proposedRules.value;
  const waiting = [
    ...pending.value.map(({ alert, revision }) => ({
      id: alert.id,
      title: headline(revision, language.value),
    })),
    ...(proposed ? [{ id: RULES, title: t('rules.decision') }] : []),
  ];
  const now = decision.value;
  const onRules = proposed && (chosenDecision.value === RULES || !now);
  if (waiting.length === 0) return <Empty>{t('decision.none')}</Empty>;
  const current = onRules ? RULES : now?.alert.id;
  return (
    <>
      {waiting.length > 1 && (
        <ul class="queue">
          {waiting.map(({ id, title }, i) => (
            <li key={id}>
              <button
                type="button"
                aria-current={id === current}
                onClick={() => {
                  chosenDecision.value = id;
                }}
              >
                <span class="faint">{t('decision.position', { i: i + 1, n: waiting.length })}</span> {title}
              </button>
            </li>
          ))}
        </ul>
      )}
      {onRules && <RulesDecision key={proposed.version} proposed={proposed} />}
      {!onRules && now && <Decision key={now.alert.id} pending={now} />}
    </>
  );
}

/** Under the map: the decision that waits, or the log and the story. */
export function Dock() {
  useFront();
  const tabs: Tab[] = ['decisions', 'tasks', 'log', 'quarantine', 'rules'];
  if (inDrill.value && drill.value) tabs.push('story');
  const open = tab.value;
  const n = waitingCount.value;
  const counts: Partial<Record<Tab, number>> = {
    decisions: n,
    tasks: openTasks.value.length,
    quarantine: quarantine.value.length,
  };
  const label = (name: Tab) => t(titles[name]);
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const way = document.documentElement.dir === 'rtl' ? -step : step;
    const next = tabs[(tabs.indexOf(open) + way + tabs.length) % tabs.length];
    if (!next) return;
    tab.value = next;
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <section
      id="dock"
      tabIndex={-1}
      class={`dock is-${open} ${n > 0 ? 'has-decision' : ''}`}
      aria-label={label(open)}
    >
      <div class="dock-head">
        <div class="tabs" role="tablist" onKeyDown={move}>
          {tabs.map((name) => (
            <button
              key={name}
              id={`tab-${name}`}
              type="button"
              role="tab"
              aria-selected={open === name}
              aria-controls="dock-body"
              tabIndex={open === name ? 0 : -1}
              onClick={() => {
                tab.value = name;
              }}
            >
              {name === 'decisions' && n > 0 && <Icon name="bell" />}
              {label(name)}
              {(counts[name] ?? 0) > 0 && (
                <span class={`count ${name === 'quarantine' ? 'is-quiet' : ''}`}>{counts[name]}</span>
              )}
            </button>
          ))}
        </div>
        {open === 'log' && <LogSwitch />}
      </div>
      <div id="dock-body" class="dock-body" role="tabpanel" aria-labelledby={`tab-${open}`}>
        {open === 'decisions' && <Decisions />}
        {open === 'tasks' && <Tasks />}
        {open === 'log' && <Log />}
        {open === 'rules' && <Rules />}
        {open === 'quarantine' && <Quarantine />}
        {open === 'story' && <Story />}
      </div>
    </section>
  );
}
