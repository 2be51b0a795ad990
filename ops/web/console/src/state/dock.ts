import { signal } from '@preact/signals';

export type Tab = 'decisions' | 'tasks' | 'log' | 'quarantine' | 'rules' | 'story';

/** What the dock under the map shows. */
export const tab = signal<Tab>('log');

/** Shows a tab to who asked for it elsewhere, and takes the keyboard there. */
export function showTab(next: Tab): void {
  tab.value = next;
  document.getElementById(`tab-${next}`)?.focus();
}
