import {
  anything,
  count,
  type Decoder,
  dictionary,
  list,
  Malformed,
  maybe,
  number,
  object,
  otherwise,
  text,
} from './decode.ts';

type Position = [number, number];

/** GeoJSON axis order: longitude, latitude. */
const position: Decoder<Position> = (value, path) => {
  const pair = list(number)(value, path);
  const [lon, lat] = pair;
  if (lon === undefined || lat === undefined || Math.abs(lon) > 180 || Math.abs(lat) > 90) {
    throw new Malformed(path, 'longitude and latitude', value);
  }
  return [lon, lat];
};

const rings = list(list(position));

/** Polygon or MultiPolygon, as a list of polygons. */
const geometry: Decoder<Position[][][]> = (value, path) => {
  const { type, coordinates } = object({ type: text, coordinates: (v) => v })(value, path);
  if (type === 'Polygon') return [rings(coordinates, `${path}.coordinates`)];
  if (type === 'MultiPolygon') return list(rings)(coordinates, `${path}.coordinates`);
  throw new Malformed(`${path}.type`, 'Polygon or MultiPolygon', type);
};

const namePair = object({ ar: otherwise(text, ''), en: otherwise(text, '') });

const properties = object({
  id: text,
  name_ar: text,
  name_en: text,
  kind: text,
  tags: otherwise(dictionary(text), {}),
  population_day: otherwise(number, 0),
  population_night: otherwise(number, 0),
  assembly_point_ar: maybe(text),
  assembly_point_en: maybe(text),
  high_ground_ar: maybe(text),
  high_ground_en: maybe(text),
  access_roads: otherwise(list(namePair), []),
  provenance: otherwise(text, ''),
});

export interface Zone {
  id: string;
  name: Record<string, string>;
  kind: string;
  tags: Record<string, string>;
  populationDay: number;
  populationNight: number;
  assemblyPoint: Record<string, string> | undefined;
  highGround: Record<string, string> | undefined;
  accessRoads: Record<string, string>[];
  provenance: string;
  /** How often people changed it; 0 is as the site pack has it. */
  version: number;
  polygons: Position[][][];
  /** As it was drawn, where the outline is so many metres around a place or lines. */
  drawn: { bufferM: number; geometry: Record<string, unknown> } | undefined;
  /** All that is written about it, for whoever edits it. */
  properties: Record<string, unknown>;
}

function pair(ar: string | undefined, en: string | undefined): Record<string, string> | undefined {
  if (!ar && !en) return undefined;
  return { ...(ar ? { ar } : {}), ...(en ? { en } : {}) };
}

const drawn = object({ bufferM: number, geometry: dictionary(anything) });

const feature = object({ properties, geometry, drawn: maybe(drawn), version: otherwise(count, 0) });

const written = object({ properties: dictionary(anything) });

const zone: Decoder<Zone> = (value, path) => {
  const { properties: p, geometry: polygons, drawn, version } = feature(value, path);
  return {
    id: p.id,
    name: { ar: p.name_ar, en: p.name_en },
    kind: p.kind,
    tags: p.tags,
    populationDay: p.population_day,
    populationNight: p.population_night,
    assemblyPoint: pair(p.assembly_point_ar, p.assembly_point_en),
    highGround: pair(p.high_ground_ar, p.high_ground_en),
    accessRoads: p.access_roads,
    provenance: p.provenance,
    version,
    polygons,
    drawn,
    properties: written(value, path).properties,
  };
};

const collection = object({ features: list(zone) });

export const zones: Decoder<Zone[]> = (value, path) => collection(value, path).features;
