import type { Entry } from './catalogue.ts';
import { alarm } from './words/alarm.ts';
import { alert } from './words/alert.ts';
import { amend } from './words/amend.ts';
import { app } from './words/app.ts';
import { around } from './words/around.ts';
import { compose } from './words/compose.ts';
import { dispatch } from './words/dispatch.ts';
import { hazard } from './words/hazard.ts';
import { log } from './words/log.ts';
import { mistakes } from './words/mistakes.ts';
import { phones } from './words/phones.ts';
import { reasons } from './words/reasons.ts';
import { report } from './words/report.ts';
import { why } from './words/why.ts';

export const parts = {
  app,
  hazard,
  alarm,
  report,
  alert,
  around,
  amend,
  compose,
  dispatch,
  log,
  reasons,
  phones,
  why,
  mistakes,
};

export const catalogue = {
  ...app,
  ...hazard,
  ...alarm,
  ...report,
  ...alert,
  ...around,
  ...amend,
  ...compose,
  ...dispatch,
  ...log,
  ...reasons,
  ...phones,
  ...why,
  ...mistakes,
};

/** Every text that a console can ask for. */
export type Key = keyof typeof catalogue;

export function entryOf(key: Key): Entry {
  return catalogue[key];
}

/** For keys that the house sends: the key when the catalogue has it, else the fallback. */
export function keyOr(candidate: string, fallback: Key): Key {
  return Object.hasOwn(catalogue, candidate) ? (candidate as Key) : fallback;
}
