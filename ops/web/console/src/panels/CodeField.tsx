import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { lineRange } from '../lib/mistakes.ts';

/** Lines above the one that is shown. */
const LEAD = 3;

/** Takes the keyboard to a line, and marks it; the first one is only the beginning. */
export function showLine(field: HTMLTextAreaElement | null, line: number): void {
  const range = field && lineRange(field.value, line);
  if (!field || !range) return;
  field.focus();
  field.setSelectionRange(range[0], line === 1 ? range[0] : range[1]);
  const height = Number.parseFloat(getComputedStyle(field).lineHeight) || 18;
  field.scrollTop = Math.max(0, (line - 1 - LEAD) * height);
}

/** A text with numbered lines, left to right in every language. */
export function CodeField(props: {
  label: string;
  value: string;
  most: number;
  rows: number;
  invalid: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
  write(value: string): void;
}) {
  const numbers = useRef<HTMLPreElement>(null);
  const lines = props.value.split('\n').length;
  return (
    <div class="code-field" dir="ltr">
      <pre ref={numbers} class="code-numbers" aria-hidden="true">
        {Array.from({ length: lines }, (_, i) => i + 1).join('\n')}
      </pre>
      <textarea
        ref={props.field}
        aria-label={props.label}
        aria-invalid={props.invalid}
        class="code"
        dir="ltr"
        lang="en"
        wrap="off"
        spellcheck={false}
        autocapitalize="off"
        rows={props.rows}
        maxLength={props.most}
        value={props.value}
        onInput={(e) => props.write(e.currentTarget.value)}
        onScroll={(e) => {
          if (numbers.current) numbers.current.scrollTop = e.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}
