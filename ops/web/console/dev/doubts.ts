import type { Step } from './story.ts';
import { feed, hazard, place, rain, utc, water } from './things.ts';

/** What sources contradict, take back, and keep silent about: the second half of the made-up evening. */

const source = (
  name: string,
  magnitude: number,
  kind: string,
  at: string,
  where: object,
  more: object = {},
) => ({
  feed: name,
  report: `${name}:1`,
  magnitude,
  magnitudeType: kind,
  occurredAt: utc(at),
  place: where,
  certainty: 'OBSERVED',
  status: 'ACTUAL',
  updatedAt: utc(at),
  ...more,
});

/** Ovals around a place, wider to the north-east. */
const ring = (latDeg: number, lonDeg: number, size: number) =>
  Array.from({ length: 37 }, (_, i) => {
    const a = (i * Math.PI) / 18;
    const r = size * (1 + 0.25 * Math.cos(a - 0.5));
    return place(latDeg + r * Math.cos(a), lonDeg + 0.75 * r * Math.sin(a));
  });

const epicentre = place(28.826, 34.799);
const shakeMap = {
  type: 'Observation.ShakeMap',
  version: 2,
  contours: [5, 5.5, 6, 6.5, 7, 8].map((mmi) => ({
    mmi,
    lines: [ring(28.85, 34.8, [0.95, 0.8, 0.6, 0.45, 0.3, 0.14][[5, 5.5, 6, 6.5, 7, 8].indexOf(mmi)] ?? 0.1)],
  })),
};

const quake = (more: object) => ({
  type: 'HazardDetail.Quake',
  magnitude: 6.9,
  magnitudeType: 'mb',
  depthM: 20_000,
  preferred: 'emsc',
  why: 'only-one',
  sources: [source('emsc', 6.9, 'mb', '17:05', place(28.86, 34.75), { certainty: 'LIKELY' })],
  feltMmi: null,
  shakeMap: null,
  ...more,
});

const warningArea = {
  polygons: [
    {
      outer: [
        place(29.5, 35.03),
        place(29.66, 35.0),
        place(29.86, 35.2),
        place(29.84, 35.4),
        place(29.6, 35.3),
        place(29.5, 35.03),
      ],
      holes: [],
    },
  ],
  circles: [],
};

const heldQuake = hazard('haz-50', 'earthquake', '17:05', place(28.86, 34.75), quake({}), {
  status: 'HELD',
  certainty: 'LIKELY',
  doubt: 'single-automatic-source',
});

export const doubts: Step[] = [
  {
    at: '16:30',
    story: {
      ar: 'سفينتان على مسار متقارب قبالة الميناء، ومصدر الأرصاد توقف.',
      en: 'Two ships on converging courses off the port, and the weather service’s source is out.',
    },
    put: {
      'feed/jo-meteo': feed('jo-meteo', 'GREY', 'HTTP 503 Service Unavailable', '16:28', 'refused'),
      'hazard/haz-5': hazard(
        'haz-5',
        'weather-warning',
        '15:00',
        place(29.62, 35.15),
        {
          type: 'HazardDetail.Stated',
          severity: 'SEVERE',
          onset: utc('15:00'),
          until: utc('21:00'),
          title: 'Red Sea trough, heavy rain',
          area: warningArea,
          titles: null,
        },
        { reports: ['jo-meteo:1', 'jo-meteo:2'] },
      ),
      'hazard/haz-46': hazard('haz-46', 'distress-at-sea', '16:29', place(29.44, 34.95), {
        type: 'HazardDetail.Vessel',
        mmsi: '438000017',
        name: 'SINDBAD STAR',
        trouble: 'COLLISION_COURSE',
        courseDeg: 195,
        speedMps: 4.1,
        other: '438000021',
        closestM: 180,
        closestAt: utc('16:38'),
      }),
      'quarantine/usgs:us7000futu': {
        id: 'usgs:us7000futu',
        feed: 'usgs',
        type: 'earthquake',
        status: 'ACTUAL',
        occurredAt: '2026-11-28T13:30:00Z',
        updatedAt: utc('16:25'),
        receivedAt: utc('16:29'),
        place: place(28.7, 34.6),
        certainty: 'LIKELY',
        observation: {
          type: 'Observation.Quake',
          magnitude: 5.1,
          magnitudeType: 'mb',
          depthM: 10_000,
          felt: null,
        },
        alsoKnownAs: [],
        title: 'M 5.1 - Gulf of Aqaba',
        why: 'in-the-future',
      },
    },
    log: [
      {
        type: 'Input.FeedHealthChanged',
        feed: 'jo-meteo',
        health: 'GREY',
        why: 'refused',
        detail: 'HTTP 503',
      },
      { type: 'HazardEvent.Quarantined', report: { feed: 'usgs' }, reason: 'in-the-future' },
    ],
  },
  {
    at: '17:08',
    story: {
      ar: 'مصدر آلي واحد يبلغ عن زلزال بقوة 6.9. الخطر معلّق حتى يؤكده مصدر ثانٍ أو شخص.',
      en: 'One automatic source reports M 6.9. The hazard is held until a second source or a person confirms it.',
    },
    put: { 'hazard/haz-50': heldQuake },
    log: [{ type: 'HazardEvent.Opened', hazard: { id: 'haz-50', type: 'earthquake' } }],
  },
  {
    at: '17:11',
    story: {
      ar: 'مقياس مطر الشلالة يقفز بعد الهزة ولا يُعتمد عليه، وقاعدته بلا رؤية.',
      en: 'The Shallala rain gauge jumps after the shaking and is not believed, and its rule is blind.',
    },
    put: {
      'gauge/RG3': {
        ...rain('RG3', [
          ['16:50', 0],
          ['17:00', 0],
          ['17:05', 0],
          ['17:10', 60],
        ]),
        fault: 'JUMPING',
        faultSince: utc('17:05'),
      },
      'gauge/Y2': {
        ...water('Y2', [
          ['16:20', 0.4],
          ['16:30', 0.62],
          ['16:40', 0.62],
          ['16:50', 0.62],
          ['17:10', 0.62],
        ]),
        fault: 'STUCK',
        faultSince: utc('16:30'),
      },
      'blind/shallala-flash': { rule: 'shallala-flash', since: utc('17:11'), sources: ['RG3'] },
    },
    log: [
      { type: 'HazardEvent.GaugeFaulty', gauge: 'RG3', fault: 'JUMPING', since: utc('17:05'), detail: '' },
      { type: 'RiskEvent.Blind', rule: 'shallala-flash', sources: ['RG3'], since: utc('17:11') },
    ],
  },
  {
    at: '17:12',
    story: {
      ar: 'تأكد الزلزال: 7.2 بحسب USGS. دائرة الأرصاد تسحب تحذيرها، والقرار لشخص.',
      en: 'The earthquake is confirmed: 7.2 by USGS. The weather service takes its warning back; a person decides.',
    },
    put: {
      'feed/jo-meteo': feed('jo-meteo', 'GREEN', '', '17:12', '', '17:12'),
      'hazard/haz-50': hazard(
        'haz-50',
        'earthquake',
        '17:05',
        epicentre,
        quake({
          magnitude: 7.2,
          magnitudeType: 'mww',
          depthM: 18_000,
          preferred: 'usgs',
          why: 'reviewed',
          feltMmi: 6,
          shakeMap,
          sources: [
            source('usgs', 7.2, 'mww', '17:05', epicentre),
            source('emsc', 6.9, 'mb', '17:05', place(28.86, 34.75), { certainty: 'LIKELY' }),
            source('jso', 7.0, 'ml', '17:05', place(28.9, 34.84), { status: 'WITHDRAWN' }),
          ],
        }),
        { reports: ['usgs:1', 'emsc:1', 'jso:1', 'people:1'] },
      ),
      'hazard/haz-5': hazard(
        'haz-5',
        'weather-warning',
        '15:00',
        place(29.62, 35.15),
        {
          type: 'HazardDetail.Stated',
          severity: 'SEVERE',
          onset: utc('15:00'),
          until: utc('21:00'),
          title: 'Red Sea trough, heavy rain',
          area: warningArea,
          titles: { ar: 'منخفض البحر الأحمر، أمطار غزيرة', en: 'Red Sea trough, heavy rain' },
        },
        { status: 'WITHDRAWN', reports: ['jo-meteo:1', 'jo-meteo:2'] },
      ),
      'hazard/haz-60': hazard('haz-60', 'distress-at-sea', '17:12', place(29.405, 34.94), {
        type: 'HazardDetail.Distress',
        mmsi: '',
        kind: 'CALL',
        courseDeg: null,
        speedMps: null,
        messages: 1,
        persons: 6,
      }),
    },
    log: [{ type: 'HazardEvent.Withdrawn', hazard: { id: 'haz-5', type: 'weather-warning' } }],
  },
];
