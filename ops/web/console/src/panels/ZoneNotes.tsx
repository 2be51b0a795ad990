import { number } from '@nadhir/kit';
import { Icon } from '../look/Icon.tsx';
import { personName } from '../state/names.ts';
import { objects } from '../state/picture.ts';
import { openForm } from '../state/selection.ts';
import { t } from '../state/words.ts';
import type { Repair } from '../wire/amend.ts';

/** A sound outline near the drawn one: shown broken on the map, and taken only when somebody says so. */
export function Offer({ repair, take, leave }: { repair: Repair; take(): void; leave(): void }) {
  return (
    <section class="offer" role="status">
      <p>
        <strong>{t('zone.repair')}</strong>{' '}
        {t('zone.repair.what', { n: repair.outlines, km: number(repair.km2, 3) })}
      </p>
      <div class="buttons">
        <button type="button" class="primary" onClick={take}>
          {t('zone.repair.take')}
        </button>
        <button type="button" onClick={leave}>
          {t('zone.repair.leave')}
        </button>
      </div>
    </section>
  );
}

/** Somebody else has changed the zone while it was edited here. */
export function Meanwhile({ zone, load }: { zone: string; load(): void }) {
  const change = objects.zone.value.get(zone);
  return (
    <section class="meanwhile" role="alert">
      <p>
        <Icon name="warning" /> <strong>{t('reason.changed-meanwhile')}</strong>
      </p>
      {change && (
        <p>
          {t(change.removed ? 'zone.removed.by' : 'zone.changed.by', {
            n: change.version,
            name: personName(change.by),
            why: change.why,
          })}
        </p>
      )}
      <button type="button" onClick={load}>
        {t('amend.newest')}
      </button>
    </section>
  );
}

/** Asks before what was changed is lost. */
export function Leaving({ stay }: { stay(): void }) {
  return (
    <section class="meanwhile" role="alert">
      <p>{t('zone.leave')}</p>
      <div class="buttons">
        <button type="button" class="stop" onClick={() => openForm({ kind: 'zones' })}>
          {t('zone.leave.yes')}
        </button>
        <button type="button" onClick={stay}>
          {t('zone.leave.no')}
        </button>
      </div>
    </section>
  );
}
