import { hourMinuteSecond, longDate, offsetName } from '@nadhir/kit';
import { drillName, isDrill } from '../lib/drill.ts';
import { Icon } from '../look/Icon.tsx';
import { LevelBadge } from '../look/Level.tsx';
import { now, zone } from '../state/clock.ts';
import { lane, lanes, me, site } from '../state/house.ts';
import { personName } from '../state/names.ts';
import { onLink } from '../state/route.ts';
import { openLane, signOut } from '../state/session.ts';
import { language, setLanguage, setTheme, theme } from '../state/settings.ts';
import { highest, inDrill } from '../state/view.ts';
import { named, t } from '../state/words.ts';
import { AlarmBadge, SoundButton } from './Alarms.tsx';
import { LinkState } from './LinkState.tsx';
import { DrillClockState } from './StoryLine.tsx';
import { TaskBadge } from './Tasks.tsx';

export function Brand({ large = false }: { large?: boolean }) {
  return (
    <span class={`brand ${large ? 'is-large' : ''}`}>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <path d="M10.1 2h11.8L30 10.1v11.8L21.9 30H10.1L2 21.9V10.1z" fill="#d6232e" />
        <path d="M16 7.5v10.5" stroke="#fff" stroke-width="3.4" stroke-linecap="round" />
        <circle cx="16" cy="23.4" r="2.2" fill="#fff" />
      </svg>
      <span lang="ar">نذير</span>
      <span lang="en">Nadhir</span>
    </span>
  );
}

export function LanguageButton() {
  const other = language.value === 'ar' ? 'en' : 'ar';
  return (
    <button type="button" class="quiet" lang={other} onClick={() => setLanguage(other)}>
      <Icon name="language" />
      {t('app.language')}
    </button>
  );
}

export function ThemeButton() {
  const dark = theme.value === 'dark';
  const label = t(dark ? 'app.theme.light' : 'app.theme.dark');
  return (
    <button
      type="button"
      class="quiet"
      aria-label={label}
      title={label}
      onClick={() => setTheme(dark ? 'light' : 'dark')}
    >
      <Icon name={dark ? 'sun' : 'moon'} />
    </button>
  );
}

/** Nobody takes an exercise for the real thing: the banner names it in both languages. */
export function DrillBanner() {
  if (!inDrill.value) return null;
  return (
    <section class="drill-banner" aria-label={t('app.drill')}>
      <strong>
        <span lang="ar">تمرين</span> · <span lang="en">EXERCISE</span>
      </strong>
      <span>{t('app.drill.not')}</span>
      <strong class="drill-banner-again" aria-hidden="true">
        <span lang="ar">تمرين</span> · <span lang="en">EXERCISE</span>
      </strong>
    </section>
  );
}

function laneTitle(key: string): string {
  if (!isDrill(key)) return t('app.lane.live');
  const title = lanes.value.find((l) => l.key === key)?.title;
  return t('app.lane.drill', { name: named(title, drillName(key)) });
}

function LaneChoice() {
  const key = lane.value;
  if (!key) return null;
  if (lanes.value.length < 2) return <span class="lane">{laneTitle(key)}</span>;
  return (
    <label class="lane">
      <span class="unseen">{t('app.lane')}</span>
      <select value={key} onChange={(e) => void openLane(e.currentTarget.value)}>
        {lanes.value.map((l) => (
          <option key={l.key} value={l.key}>
            {laneTitle(l.key)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Clock() {
  const at = now.value;
  return (
    <div class="clock" role="timer" aria-live="off">
      <time dateTime={at.toISOString()} dir="ltr">
        {hourMinuteSecond(at, zone.value)}
      </time>
      <DrillClockState />
      <span class="clock-date">
        {longDate(at, zone.value, language.value)} · <bdi>{offsetName(at, zone.value)}</bdi>
      </span>
    </div>
  );
}

function CityLevel() {
  const level = highest.value;
  return (
    <div class="city-level" title={t('app.level.inForce')}>
      <span class="unseen">{t('app.level.inForce')}: </span>
      {level ? <LevelBadge id={level.id} /> : <span class="level is-none">{t('app.level.none')}</span>}
    </div>
  );
}

export function Head({ at }: { at: 'console' | 'phones' }) {
  return (
    <header class="head">
      <Brand />
      <span class="head-site">{named(site.value?.info.name)}</span>
      {at === 'console' && <CityLevel />}
      {at === 'console' && <AlarmBadge />}
      {at === 'console' && <TaskBadge />}
      <LaneChoice />
      <Clock />
      <LinkState />
      <nav class="head-tools">
        <a
          class="quiet"
          title={t(at === 'console' ? 'app.phones' : 'app.back')}
          aria-label={t(at === 'console' ? 'app.phones' : 'app.back')}
          href={at === 'console' ? '/phones' : '/'}
          onClick={onLink}
        >
          <Icon name={at === 'console' ? 'phone' : 'pin'} />
          <span class="head-word">{t(at === 'console' ? 'app.phones' : 'app.back')}</span>
        </a>
        <LanguageButton />
        <ThemeButton />
        {at === 'console' && <SoundButton />}
        <span class="head-me" title={me.value?.roles.map((role) => t(`role.${role}`)).join(t('list.and'))}>
          <Icon name="user" />
          <bdi>{me.value && personName(me.value.who)}</bdi>
        </span>
        <button
          type="button"
          class="quiet"
          aria-label={t('sign.out')}
          title={t('sign.out')}
          onClick={() => void signOut()}
        >
          <Icon name="signOut" />
        </button>
      </nav>
    </header>
  );
}
