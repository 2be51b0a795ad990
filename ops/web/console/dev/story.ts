import { doubts } from './doubts.ts';
import {
  advice,
  assessment,
  assignment,
  audience,
  counts,
  feed,
  hazard,
  impact,
  incident,
  message,
  place,
  rain,
  revision,
  utc,
  water,
} from './things.ts';

/** One moment of the story: changes by `kind/id`, a line to tell, entries for the log. */
export interface Step {
  at: string;
  story?: { ar: string; en: string };
  put: Record<string, unknown>;
  progress?: Record<string, object>;
  log?: object[];
}

const y1: [string, number][] = [
  ['15:00', 0],
  ['15:20', 0.1],
  ['15:30', 0.9],
  ['15:35', 1.25],
  ['15:40', 1.6],
];
const lower = ['shamiya', 'yutum-channel', 'airport-road', 'school-shamiya'];
const flood = (stageM: number, riseMPerH: number, silent = false) => ({
  type: 'HazardDetail.Flood',
  wadi: 'yutum',
  gauges: ['Y1', 'RG1', 'RG2'].map((gauge) => ({
    gauge,
    at: utc('15:40'),
    stageM,
    riseMPerH,
    rainMm30: null,
    silent,
  })),
});
const agreed = (by: string, at: string) => ({ by, at: utc(at) });

const evacuation = message('alert-31', 'evacuate', '15:41', {
  clipped: { lostPercent: 4, neighbours: ['eilat'] },
  doubts: ['clipped-at-border'],
  hazard: 'haz-17',
  assessment: 'ass-19',
  zones: lower,
  overlaps: ['alert-8'],
  area: {
    polygons: [
      {
        outer: [
          place(29.553, 35.0),
          place(29.6, 35.0),
          place(29.6, 35.07),
          place(29.553, 35.07),
          place(29.553, 35.0),
        ],
        holes: [],
      },
    ],
    circles: [],
  },
});

const evening: Step[] = [
  {
    at: '15:00',
    story: {
      ar: 'تسليم المناوبة المسائية. الأرصاد الجوية تصدر تحذيراً برتقالياً من السيول حتى 21:00.',
      en: 'Hand-over to the evening watch. The weather service warns of floods (orange) until 21:00.',
    },
    put: {
      'drill/drill': {
        scenario: 'a-friday-evening',
        seed: 1,
        from: utc('15:00'),
        to: utc('19:40'),
        interactive: true,
        injects: [],
      },
      'watch/watch': { member: 'node-1', epoch: 3, since: utc('15:00') },
      'feed/usgs': feed('usgs', 'GREEN'),
      'feed/gauges': feed('gauges', 'GREEN'),
      'feed/ais': feed('ais', 'UNKNOWN'),
      'feed/jo-meteo': feed('jo-meteo', 'GREEN', '', '14:20'),
      'gauge/RG1': rain('RG1', [
        ['14:50', 0],
        ['15:00', 4],
      ]),
      'gauge/RG2': rain('RG2', [
        ['14:50', 0],
        ['15:00', 2],
      ]),
      'gauge/RG3': rain('RG3', [['15:00', 0]]),
      'gauge/Y1': water('Y1', y1.slice(0, 1)),
      'hazard/haz-5': hazard('haz-5', 'weather-warning', '15:00', place(29.62, 35.15), {
        type: 'HazardDetail.Stated',
        severity: 'MODERATE',
        onset: utc('15:00'),
        until: utc('21:00'),
        title: 'أمطار غزيرة وسيول، منخفض البحر الأحمر',
      }),
      'assessment/ass-6': assessment('ass-6', 'weather-watch', 'haz-5', 'yellow', '15:00', [
        impact('yutum-channel'),
        impact('shallala-channel'),
        impact('wadi-yutum-upper'),
      ]),
      'alert/alert-8': {
        id: 'alert-8',
        revisions: [
          revision(
            message('alert-8', 'watch', '15:01', {
              level: 'yellow',
              zones: ['yutum-channel', 'shallala-channel', 'wadi-yutum-upper'],
              cap: { severity: 'MODERATE', urgency: 'FUTURE', certainty: 'POSSIBLE' },
            }),
            {
              state: 'ISSUED',
              approvals: [agreed('op-1', '15:03'), agreed('ap-1', '15:04')],
              issuedAt: utc('15:04'),
              audience: audience(8412, 40, 0, 311),
              counts: [
                counts('SMS', 6391, { sent: 214, failed: 66, unknown: 3, suppressed: 41 }),
                counts('PUSH', 3702, { failed: 18, suppressed: 12 }),
              ],
              acknowledged: Array.from({ length: 31 }, (_, i) => ({
                institution: `inst-${i}`,
                at: utc('15:20'),
              })),
              overdue: ['inst-38', 'inst-39', 'inst-40'],
              cap: { identifier: 'eoc.aqaba.example-alert-8-1', sha256: 'f00' },
            },
          ),
        ],
      },
    },
    log: [
      { type: 'Input.WatchTaken', member: 'node-1', epoch: 3 },
      { type: 'HazardEvent.Opened', hazard: { id: 'haz-5', type: 'weather-warning' } },
      { type: 'RiskEvent.Assessed', assessment: { level: 'yellow', rule: 'weather-watch', hazard: 'haz-5' } },
      { type: 'AlertEvent.Proposed', message: { alert: 'alert-8', revision: 1 } },
      { type: 'AlertEvent.Approved', alert: 'alert-8', revision: 1, by: 'op-1' },
      { type: 'AlertEvent.Approved', alert: 'alert-8', revision: 1, by: 'ap-1' },
      { type: 'AlertEvent.Issued', alert: 'alert-8', revision: 1 },
      { type: 'AlertEvent.Delivered', alert: 'alert-8', revision: 1, audience: audience(8412, 40) },
    ],
  },
  {
    at: '15:30',
    story: {
      ar: 'مقياس اليتم الأعلى يرتفع إلى 0.9 م: سيل في وادي اليتم. دورية إلى بوابة القويرة.',
      en: 'The upper Yutum gauge rises to 0.9 m: a flood in Wadi Yutum. A patrol goes to the Quweira gate.',
    },
    put: {
      'gauge/RG1': rain('RG1', [
        ['15:00', 4],
        ['15:10', 11],
        ['15:20', 18],
        ['15:30', 18],
      ]),
      'gauge/RG2': rain('RG2', [
        ['15:00', 2],
        ['15:10', 8],
        ['15:20', 14],
        ['15:30', 14],
      ]),
      'gauge/Y1': water('Y1', y1.slice(0, 3)),
      'gauge/Y2': water('Y2', [
        ['15:20', 0.02],
        ['15:30', 0.02],
      ]),
      'hazard/haz-17': hazard('haz-17', 'flash-flood', '15:30', place(29.69, 35.17), flood(0.9, 4)),
      'incident/inc-18': incident('inc-18', 'flash-flood', 'orange', '15:30', place(29.69, 35.17), [
        'wadi-yutum-upper',
      ]),
      'recommendation/inc-18': advice(
        'inc-18',
        [
          ['hp-1', 'road-closure', 6.2, 8],
          ['pp-1', 'road-closure', 14.8, 18],
          ['cd-rescue-2', 'swift-water', 11.4, 14],
          ['amb-1', 'ambulance', 11.9, 15],
        ],
        ['earth-moving'],
      ),
    },
    log: [
      { type: 'HazardEvent.Opened', hazard: { id: 'haz-17', type: 'flash-flood' } },
      { type: 'DispatchEvent.IncidentOpened', incident: { id: 'inc-18', type: 'flash-flood' } },
      {
        type: 'DispatchEvent.Recommended',
        incident: 'inc-18',
        units: [{ unit: 'hp-1' }, { unit: 'pp-1' }, { unit: 'cd-rescue-2' }],
      },
    ],
  },
  {
    at: '15:41',
    story: {
      ar: 'المقياس الأعلى 1.6 م ويرتفع 4 أمتار في الساعة. الماء يصل الشامية بين 17:15 و17:50.',
      en: 'The upper gauge is at 1.6 m and rises 4 m an hour. The water reaches Shamiya between 17:15 and 17:50.',
    },
    put: {
      'gauge/Y1': water('Y1', y1),
      'hazard/haz-17': hazard('haz-17', 'flash-flood', '15:30', place(29.69, 35.17), flood(1.6, 4), {
        revision: 3,
        lastReportAt: utc('15:40'),
        reports: ['a', 'b', 'c', 'd'],
      }),
      'assessment/ass-19': assessment('ass-19', 'wadi-yutum-flood', 'haz-17', 'red', '15:41', [
        ...lower.map((z) => impact(z, '17:15', '17:50')),
        impact('wadi-yutum-upper'),
      ]),
      'incident/inc-18': incident('inc-18', 'flash-flood', 'red', '15:30', place(29.69, 35.17), [
        'wadi-yutum-upper',
        'shamiya',
        'airport-road',
      ]),
      'assignment/asg-20': assignment('asg-20', 'inc-18', 'hp-1', 'EN_ROUTE', '15:32', {
        enRouteAt: utc('15:34'),
      }),
      'unit/hp-1': { unit: 'hp-1', status: 'EN_ROUTE', place: place(29.645, 35.11), assignment: 'asg-20' },
      'alert/alert-31': {
        id: 'alert-31',
        revisions: [revision(evacuation, { approvals: [agreed('op-1', '15:41')] })],
      },
    },
    progress: {
      'alert-31.1': {
        alert: 'alert-31',
        revision: 1,
        audience: audience(1184, 7, 0, 46),
        counts: [],
      },
    },
    log: [
      {
        type: 'RiskEvent.Assessed',
        assessment: { level: 'red', rule: 'wadi-yutum-flood', hazard: 'haz-17' },
      },
      { type: 'AlertEvent.Proposed', message: { alert: 'alert-31', revision: 1 } },
      { type: 'AlertEvent.Approved', alert: 'alert-31', revision: 1, by: 'op-1' },
    ],
  },
  {
    at: '16:10',
    story: {
      ar: 'المقياس الأعلى صمت عند 2.3 م. لعل السيل جرفه. القاعدة باقية.',
      en: 'The upper gauge falls silent at 2.3 m, perhaps swept away. The rule stays fired.',
    },
    put: {
      'gauge/Y1': water('Y1', [...y1, ['15:50', 2], ['16:00', 2.3]], { silent: true }),
      'feed/gauges': feed('gauges', 'GREEN', '', '15:00', '', '16:09'),
      'assignment/asg-20': assignment('asg-20', 'inc-18', 'hp-1', 'ON_SCENE', '15:32', {
        enRouteAt: utc('15:34'),
        onSceneAt: utc('15:58'),
      }),
      'unit/hp-1': { unit: 'hp-1', status: 'ON_SCENE', place: place(29.79, 35.305), assignment: 'asg-20' },
    },
    log: [{ type: 'HazardEvent.GaugeSilent', gauge: 'Y1', lastAt: utc('16:00') }],
  },
  {
    at: '16:25',
    story: {
      ar: 'جهاز استغاثة قبالة محطة الحاويات: شخص في البحر. لا إنذار عاماً.',
      en: 'A beacon off the container terminal: a man overboard. No public alert.',
    },
    put: {
      'feed/ais': feed('ais', 'GREEN'),
      'hazard/haz-40': hazard('haz-40', 'distress-at-sea', '16:25', place(29.47, 34.969), {
        type: 'HazardDetail.Distress',
        mmsi: '972000001',
        kind: 'MAN_OVERBOARD',
        courseDeg: 190,
        speedMps: 0.206,
        messages: 8,
      }),
      'incident/inc-42': incident('inc-42', 'distress-at-sea', 'red', '16:25', place(29.47, 34.969), [
        'container-terminal',
      ]),
      'assignment/asg-43': assignment('asg-43', 'inc-42', 'boat-1', 'EN_ROUTE', '16:26', {
        enRouteAt: utc('16:28'),
      }),
      'unit/boat-1': {
        unit: 'boat-1',
        status: 'EN_ROUTE',
        place: place(29.49, 34.982),
        assignment: 'asg-43',
      },
      'recommendation/inc-42': advice('inc-42', [
        ['tug-1', 'sea-search', 1.1, 4],
        ['amb-2', 'ambulance', 7.4, 10],
      ]),
      'alert/alert-44': {
        id: 'alert-44',
        revisions: [
          revision(
            message('alert-44', 'overboard', '16:26', {
              level: 'red',
              scope: 'RESTRICTED',
              audience: {
                publicRegister: false,
                institutions: false,
                listed: ['port-control', 'navy', 'vessels', 'dive-centres'],
              },
              approval: 'ONE_PERSON',
              zones: ['container-terminal'],
              area: { polygons: [], circles: [{ centre: place(29.47, 34.969), radiusM: 3700 }] },
              doubts: ['position-uncertain'],
            }),
          ),
        ],
      },
    },
    log: [
      { type: 'HazardEvent.Opened', hazard: { id: 'haz-40', type: 'distress-at-sea' } },
      { type: 'AlertEvent.Proposed', message: { alert: 'alert-44', revision: 1 } },
    ],
  },
  {
    at: '17:10',
    story: {
      ar: 'مقياس مطر الشلالة يقفز إلى 60 مم في خمس دقائق، بعد الهزة مباشرة.',
      en: 'The Shallala rain gauge jumps to 60 mm in five minutes, right after the shaking.',
    },
    put: {
      'gauge/RG3': rain('RG3', [
        ['17:00', 0],
        ['17:05', 0],
        ['17:10', 60],
      ]),
      'hazard/haz-52': hazard('haz-52', 'flash-flood', '17:10', place(29.53, 35.04), {
        type: 'HazardDetail.Flood',
        wadi: 'shallala',
        gauges: [
          { gauge: 'RG3', at: utc('17:10'), stageM: null, riseMPerH: null, rainMm30: 60, silent: false },
        ],
      }),
      'assessment/ass-53': assessment('ass-53', 'shallala-flash', 'haz-52', 'red', '17:10', [
        impact('shallala', '17:20', '17:40'),
        impact('shallala-channel'),
      ]),
      'alert/alert-54': {
        id: 'alert-54',
        revisions: [
          revision(
            message('alert-54', 'shallala', '17:10', {
              zones: ['shallala', 'shallala-channel', 'school-shallala'],
              assessment: 'ass-53',
              doubts: ['single-sensor', 'jumped-during-shaking'],
              overlaps: ['alert-8'],
              area: { polygons: [], circles: [{ centre: place(29.5235, 35.014), radiusM: 1000 }] },
              cap: { urgency: 'IMMEDIATE', severity: 'SEVERE' },
            }),
          ),
        ],
      },
    },
    log: [
      { type: 'RiskEvent.Assessed', assessment: { level: 'red', rule: 'shallala-flash', hazard: 'haz-52' } },
      { type: 'AlertEvent.Proposed', message: { alert: 'alert-54', revision: 1 } },
    ],
  },
  {
    at: '17:14',
    story: { ar: 'طاقم الدفاع المدني في الشلالة: لا ماء.', en: 'Civil defence crew in Shallala: it is dry.' },
    put: {},
  },
];

export const story: Step[] = [...evening, ...doubts].sort((a, b) => (a.at < b.at ? -1 : 1));
