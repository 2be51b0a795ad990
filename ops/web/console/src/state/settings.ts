import { direction, type Language, preferredLanguage } from '@nadhir/kit';
import { effect, signal } from '@preact/signals';

export type Theme = 'dark' | 'light';

/** Kept across visits where the browser allows it; a console works without. */
function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`nadhir.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`nadhir.${name}`, value);
  } catch {
    // A browser without storage only forgets the setting.
  }
}

export const language = signal<Language>(preferredLanguage(remembered('language'), navigator.languages));
export const theme = signal<Theme>(remembered('theme') === 'light' ? 'light' : 'dark');
/** Whether alarms are heard; silent until somebody wants it, and only while the page is open. */
export const sound = signal(remembered('sound') === 'on');
/** Whether the map shows ships. */
export const showShips = signal(remembered('ships') !== 'off');
/** Whether the map shows units; those in danger or not heard are shown always. */
export const showUnits = signal(remembered('units') !== 'off');
/** Whether the map shows where the site's authority ends. */
export const showBorder = signal(remembered('border') === 'on');
export const rememberedLane = remembered('lane');

export function setLanguage(next: Language): void {
  language.value = next;
  remember('language', next);
}

export function setTheme(next: Theme): void {
  theme.value = next;
  remember('theme', next);
}

export function setSound(on: boolean): void {
  sound.value = on;
  remember('sound', on ? 'on' : 'off');
}

export function setShowShips(on: boolean): void {
  showShips.value = on;
  remember('ships', on ? 'on' : 'off');
}

export function setShowUnits(on: boolean): void {
  showUnits.value = on;
  remember('units', on ? 'on' : 'off');
}

export function setShowBorder(on: boolean): void {
  showBorder.value = on;
  remember('border', on ? 'on' : 'off');
}

/** Writes language, direction and theme on the page. */
export function applySettings(): void {
  effect(() => {
    const root = document.documentElement;
    root.lang = language.value;
    root.dir = direction(language.value);
    root.dataset.theme = theme.value;
  });
}
