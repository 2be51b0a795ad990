import { computed, signal } from '@preact/signals';

const path = signal(location.pathname);
const search = signal(location.search);

export type Page = 'console' | 'phones' | 'unknown';

export const page = computed<Page>(() => {
  const trimmed = path.value.replace(/\/+$/, '');
  if (trimmed === '' || trimmed === '/sign-in') return 'console';
  return trimmed === '/phones' ? 'phones' : 'unknown';
});

/** The lane that the address asks for. */
export const askedLane = computed(() => new URLSearchParams(search.value).get('lane') ?? undefined);

export function go(to: string): void {
  history.pushState(null, '', to);
  take();
}

function take(): void {
  path.value = location.pathname;
  search.value = location.search;
}

export function followHistory(): void {
  addEventListener('popstate', take);
}

/** For links of ours: a plain click stays on the page, anything else is the browser's. */
export function onLink(event: MouseEvent): void {
  const anchor = event.currentTarget as HTMLAnchorElement;
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(anchor.pathname + anchor.search);
}
