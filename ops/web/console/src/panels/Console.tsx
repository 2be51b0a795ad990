import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { headline } from '../lib/alerts.ts';
import { MapView } from '../map/MapView.tsx';
import { newAlarms } from '../state/alarms.ts';
import { fresh } from '../state/clock.ts';
import { neighbourName } from '../state/names.ts';
import { loaded } from '../state/picture.ts';
import { proposedRules, waitingCount } from '../state/rules.ts';
import { form } from '../state/selection.ts';
import { language } from '../state/settings.ts';
import { openTasks, pending } from '../state/view.ts';
import { t } from '../state/words.ts';
import { AlarmAnnouncer, AlarmBar } from './Alarms.tsx';
import { AlertForm } from './AlertForm.tsx';
import { Alerts } from './Alerts.tsx';
import { DistressForm } from './DistressForm.tsx';
import { Dock } from './Dock.tsx';
import { Feeds } from './Feeds.tsx';
import { FeltForm } from './FeltForm.tsx';
import { Gauges } from './Gauges.tsx';
import { HazardForm } from './HazardForm.tsx';
import { Hazards } from './Hazards.tsx';
import { DrillBanner, Head } from './Head.tsx';
import { Incidents } from './Incidents.tsx';
import { StaleBar } from './LinkState.tsx';
import { Notices } from './Notices.tsx';
import { ShipCard } from './ShipCard.tsx';
import { Ships } from './Ships.tsx';
import { StoryLine } from './StoryLine.tsx';
import { Why } from './Why.tsx';
import { ZoneCard } from './ZoneCard.tsx';
import { ZoneForm } from './ZoneForm.tsx';
import { Zones, ZonesFold } from './Zones.tsx';

/** Says a new decision to those who listen instead of looking, and in the title of the tab. */
function Announcer() {
  const place = useRef<HTMLParagraphElement>(null);
  const told = useRef(new Set<string>());
  const toldRules = useRef<number | undefined>(undefined);
  const toldTasks = useRef(new Set<string>());
  useSignalEffect(() => {
    const waiting = pending.value;
    const alarmed = newAlarms.value.length;
    const heads = [
      alarmed > 0 && `⚠ ${t('alarm.count', { n: alarmed })}`,
      waitingCount.value > 0 &&
        `(${waitingCount.value}) ${t('app.title.decisions', { n: waitingCount.value })}`,
      openTasks.value.length > 0 && t('task.count', { n: openTasks.value.length }),
      t('app.name'),
      waitingCount.value + alarmed === 0 && t('app.console'),
    ];
    document.title = heads.filter(Boolean).join(' · ');
    const fresh = waiting.find((p) => !told.current.has(`${p.alert.id}.${p.revision.message.revision}`));
    told.current = new Set(waiting.map((p) => `${p.alert.id}.${p.revision.message.revision}`));
    if (fresh && place.current) {
      place.current.textContent = t('decision.arrived', {
        headline: headline(fresh.revision, language.value),
      });
    }
    const proposed = proposedRules.value;
    if (proposed && proposed.version !== toldRules.current && place.current) {
      place.current.textContent = t('decision.arrived', { headline: t('rules.decision') });
    }
    toldRules.current = proposed?.version;
    const task = openTasks.value.find((one) => !toldTasks.current.has(one.id));
    toldTasks.current = new Set(openTasks.value.map((one) => one.id));
    if (task && place.current) {
      place.current.textContent = t('task.arrived', { agency: neighbourName(task.neighbour) });
    }
  });
  return <p ref={place} class="unseen" role="alert" />;
}

function StartSide() {
  const open = form.value;
  if (open?.kind === 'hazard') return <HazardForm />;
  if (open?.kind === 'distress') return <DistressForm />;
  if (open?.kind === 'felt') return <FeltForm />;
  if (open?.kind === 'why') return <Why key={open.hazard} hazard={open.hazard} />;
  if (open?.kind === 'zones') return <Zones />;
  if (open?.kind === 'zone') return <ZoneForm key={open.zone ?? ''} id={open.zone} />;
  if (open) return <AlertForm key={JSON.stringify(open)} form={open} />;
  return (
    <>
      <Hazards />
      <Gauges />
      <Feeds />
      <Ships />
      <ZonesFold />
    </>
  );
}

export function Console() {
  return (
    <div class={`page console is-${fresh.value}`}>
      <a class="skip" href="#dock">
        {t('app.skip')}
      </a>
      <Announcer />
      <AlarmAnnouncer />
      <DrillBanner />
      <Head at="console" />
      <StaleBar />
      <AlarmBar />
      <main class="main" aria-busy={!loaded.value}>
        <h1 class="unseen">{t('app.console')}</h1>
        <div class="side side-start">
          <StartSide />
        </div>
        <div class="middle">
          <StoryLine />
          <div class="map-frame">
            <MapView />
            <ZoneCard />
            <ShipCard />
          </div>
          <Dock />
        </div>
        <div class="side side-end">
          <Alerts />
          <Incidents />
        </div>
      </main>
      <Notices />
    </div>
  );
}
