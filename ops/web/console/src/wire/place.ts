import { type Decoded, dictionary, list, number, object, text } from './decode.ts';

export const words = dictionary(text);

export const latLon = object({ latDeg: number, lonDeg: number });
export type LatLon = Decoded<typeof latLon>;

export const area = object({
  polygons: list(object({ outer: list(latLon), holes: list(list(latLon)) })),
  circles: list(object({ centre: latLon, radiusM: number })),
});
export type Area = Decoded<typeof area>;
