import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Gives the focus to whoever may have it, when nothing has it any more. */
export function rescueFocus(to: HTMLElement | null | undefined): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body || document.activeElement === null) to?.focus();
  });
}

/**
 * A part that comes and goes: takes the focus when it comes, and when it goes with the focus inside
 * hands it to what stands around it, so that nobody at the keyboard begins at the top again.
 */
export function useFocusInside(part: RefObject<HTMLElement | null>, around: () => HTMLElement | null): void {
  useEffect(() => {
    const home = around();
    part.current?.focus();
    return () => rescueFocus(home?.isConnected ? home : around());
  }, []);
}
