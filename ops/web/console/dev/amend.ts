import { readFileSync } from 'node:fs';
import type { MockHouse } from './house.ts';

/** Changes to zones and rules in the made-up house: everything that can be drawn is sound there. */

interface Feature {
  id?: string;
  version?: number;
  properties: { id: string };
  geometry: { type: string; coordinates: [number, number][][] };
}

const folder = new URL('../../../sites/aqaba/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');

export class MockSite {
  readonly #zones = new Map<string, Feature>();
  readonly #versions = new Map<string, number>();
  #rules = { version: 0, yaml: read('rules.yaml') };

  constructor() {
    const { features } = JSON.parse(read('zones.geojson')) as { features: Feature[] };
    for (const feature of features) this.#zones.set(feature.properties.id, feature);
  }

  zones() {
    const features = [...this.#zones].map(([id, zone]) => ({
      ...zone,
      version: this.#versions.get(id) ?? 0,
    }));
    return { type: 'FeatureCollection', features };
  }

  rules() {
    return { ...this.#rules, proposal: null };
  }

  /** A ring that turns back on itself at its second corner stands for all that is not sound. */
  check(geoJson: string) {
    const { properties, geometry } = JSON.parse(geoJson) as Feature;
    const names = properties as Record<string, unknown>;
    const mistakes: { text: string; key: string; gaps: Record<string, string> }[] = [
      'name_ar',
      'name_en',
      'kind',
      'provenance',
    ]
      .filter((name) => !names[name])
      .map((name) => ({
        text: `zone ${properties.id}:3: '${name}' is missing`,
        key: 'key.missing',
        gaps: { name },
      }));
    if (!geometry.coordinates.length)
      mistakes.push({
        text: `zone ${properties.id}: 'coordinates' are missing or empty`,
        key: 'zone.no-coordinates',
        gaps: {},
      });
    return { mistakes, repair: null };
  }

  /** The reason of a refusal, if any. A drill: rules are in force at once. */
  command(house: MockHouse, c: Record<string, string>, who: string): string | undefined {
    const { why = '', zone = '', geoJson, yaml = '' } = c;
    const actor = { type: 'Actor.Person', who, roles: [] };
    if (c.type === 'SiteCommand.ProposeRules') {
      const version = this.#rules.version + 1;
      this.#rules = { version, yaml };
      const told = { version, at: house.at, by: who, why };
      house.put(
        { 'rules/in-force': told },
        [{ type: 'SiteEvent.RulesChanged', version, yaml, by: who, why }],
        actor,
      );
      return undefined;
    }
    const version = this.#versions.get(zone) ?? 0;
    if (Number(c.basedOn) !== version) return 'changed-meanwhile';
    if (geoJson) this.#zones.set(zone, JSON.parse(geoJson) as Feature);
    else this.#zones.delete(zone);
    this.#versions.set(zone, version + 1);
    const told = { version: version + 1, at: house.at, by: who, why, removed: !geoJson };
    const event = {
      type: 'SiteEvent.ZoneChanged',
      zone,
      version: version + 1,
      geoJson: geoJson ?? null,
      by: who,
      why,
    };
    house.put({ [`zone/${zone}`]: told }, [event], actor);
    return undefined;
  }
}

/** An alert that was cut off at the border becomes a task for each neighbour when it is issued. */
export function informNeighbours(house: MockHouse, id: string, number: number): void {
  const message = house.alert(id)?.revisions.find((r) => r.message.revision === number)?.message as unknown as
    | { clipped: { neighbours: string[] } | null }
    | undefined;
  for (const neighbour of message?.clipped?.neighbours ?? []) {
    const task = {
      id: `task-${id}-${neighbour}`,
      kind: 'INFORM_NEIGHBOUR',
      neighbour,
      alert: id,
      revision: number,
      openedAt: house.at,
      doneAt: null,
      doneBy: null,
      note: null,
    };
    house.put({ [`task/${task.id}`]: task }, [{ type: 'DispatchEvent.TaskMoved', task }]);
  }
}

export function finishTask(house: MockHouse, id: string, note: string, who: string): string | undefined {
  const known = house.objects.get(`task/${id}`) as object | undefined;
  if (!known) return 'no-such-task';
  const task = { ...known, doneAt: house.at, doneBy: who, note };
  const actor = { type: 'Actor.Person', who, roles: [] };
  house.put({ [`task/${id}`]: task }, [{ type: 'DispatchEvent.TaskMoved', task }], actor);
  return undefined;
}
