import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A titled region of the console. The list scrolls inside, the title stays. */
export function Panel(props: {
  /** Where others lead to. */
  id?: string;
  title: string;
  note?: ComponentChildren;
  action?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section id={props.id} class={`panel ${props.class ?? ''}`} aria-labelledby={id} tabIndex={-1}>
      <header class="panel-head">
        <h2 id={id}>{props.title}</h2>
        {props.note !== undefined && <span class="panel-note">{props.note}</span>}
        {props.action}
      </header>
      {/* Scrolls, so it can be reached with the keyboard even where nothing inside can. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs it (WCAG 2.1.1) */}
      <div class="panel-body" tabIndex={0}>
        {props.children}
      </div>
    </section>
  );
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}
