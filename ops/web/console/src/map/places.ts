/** Names for orientation, from `AQABA`'s list of places; not from the site pack, and never told to people. */
export interface PlaceName {
  id: string;
  at: [number, number];
  name: { ar: string; en: string };
  /** Shown from this zoom on. */
  from: number;
  to: number;
  kind: 'sea' | 'town' | 'land';
}

export const placeNames: PlaceName[] = [
  {
    id: 'gulf',
    at: [34.72, 29.05],
    name: { ar: 'خليج العقبة', en: 'Gulf of Aqaba' },
    from: 6,
    to: 10.5,
    kind: 'sea',
  },
  {
    id: 'gulf-near',
    at: [34.93, 29.44],
    name: { ar: 'خليج العقبة', en: 'Gulf of Aqaba' },
    from: 10.5,
    to: 14,
    kind: 'sea',
  },
  {
    id: 'aqaba',
    at: [35.0056, 29.5319],
    name: { ar: 'العقبة', en: 'Aqaba' },
    from: 6,
    to: 10.6,
    kind: 'town',
  },
  { id: 'eilat', at: [34.952, 29.557], name: { ar: 'إيلات', en: 'Eilat' }, from: 8.6, to: 15, kind: 'town' },
  { id: 'taba', at: [34.897, 29.492], name: { ar: 'طابا', en: 'Taba' }, from: 8.6, to: 15, kind: 'town' },
  { id: 'haql', at: [34.938, 29.283], name: { ar: 'حقل', en: 'Haql' }, from: 7.4, to: 15, kind: 'town' },
  {
    id: 'nuweiba',
    at: [34.65, 28.97],
    name: { ar: 'نويبع', en: 'Nuweiba' },
    from: 7.4,
    to: 15,
    kind: 'town',
  },
  {
    id: 'quweira',
    at: [35.312, 29.797],
    name: { ar: 'القويرة', en: 'Quweira' },
    from: 8,
    to: 15,
    kind: 'town',
  },
  { id: 'rum', at: [35.42, 29.58], name: { ar: 'وادي رم', en: 'Wadi Rum' }, from: 8.4, to: 15, kind: 'land' },
];
