import { computed, signal } from '@preact/signals';
import { current, decisions, inForce, type Pending } from '../lib/alerts.ts';
import { boards, unitStates } from '../lib/board.ts';
import { byUnit } from '../lib/dangers.ts';
import { isDrill } from '../lib/drill.ts';
import { openHazards } from '../lib/hazards.ts';
import { cityLevel, zoneLevels } from '../lib/zone-levels.ts';
import { now } from './clock.ts';
import { lane, levels, site } from './house.ts';
import { objects } from './picture.ts';

const alerts = computed(() => [...objects.alert.value.values()]);

/** Whole minutes of lane time: what expires needs no finer clock. */
const minute = computed(() => Math.floor(now.value.getTime() / 60_000));

export const inDrill = computed(() => isDrill(lane.value ?? 'live'));

export const pending = computed<Pending[]>(() => decisions(alerts.value));

/** Alerts that went out, newest first, with whether they hold now. */
export const issuedAlerts = computed(() => {
  const at = new Date((minute.value + 1) * 60_000 - 1);
  return alerts.value
    .flatMap((alert) => {
      const revision = current(alert);
      return revision && revision.state !== 'PENDING'
        ? [{ alert, revision, alive: inForce(alert, at) !== undefined }]
        : [];
    })
    .sort((a, b) => moment(b.revision) - moment(a.revision));
});

function moment(revision: { issuedAt: Date | undefined; message: { proposedAt: Date } }): number {
  return (revision.issuedAt ?? revision.message.proposedAt).getTime();
}

export const levelsOfZones = computed(() =>
  zoneLevels(levels.value, objects.assessment.value.values(), alerts.value, new Date(minute.value * 60_000)),
);

export const highest = computed(() => cityLevel(levels.value, levelsOfZones.value));

export const hazards = computed(() => openHazards(objects.hazard.value.values()));

/** Reports that are held back, the newest first. */
export const quarantine = computed(() =>
  [...objects.quarantine.value.values()].sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime()),
);

export const incidentBoards = computed(() =>
  boards(
    objects.incident.value.values(),
    [...objects.assignment.value.values()],
    objects.recommendation.value,
    objects.unit.value,
  ),
);

/** Tasks that are open, the oldest first. */
export const openTasks = computed(() =>
  [...objects.task.value.values()]
    .filter((task) => task.doneAt === undefined)
    .sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || (a.id < b.id ? -1 : 1)),
);

export const units = computed(() => unitStates(site.value?.units ?? [], objects.unit.value));

/** By unit, the dangerous places that it is in, the earliest first. */
export const dangersOf = computed(() => byUnit(objects.danger.value.values()));

/** Units that must not be overlooked: in danger, or on an assignment and not heard. */
export const troubled = computed(() => new Set([...dangersOf.value.keys(), ...objects.unheard.value.keys()]));

/** The decision that is looked at: the chosen one while it waits, else the first. */
export const chosenDecision = signal<string | undefined>(undefined);

export const decision = computed<Pending | undefined>(
  () => pending.value.find((p) => p.alert.id === chosenDecision.value) ?? pending.value[0],
);
