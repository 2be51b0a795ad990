import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from '../look/Icon.tsx';
import { openForm } from '../state/selection.ts';
import { t } from '../state/words.ts';
import { useFocusInside } from './focus.ts';

export interface Option {
  value: string;
  label: string;
}

export function Choice(props: {
  label: string;
  value: string;
  options: readonly Option[];
  choose(value: string): void;
}) {
  return (
    <label>
      {props.label}
      <select value={props.value} onChange={(e) => props.choose(e.currentTarget.value)}>
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

export function Line(props: {
  label: string;
  value: string;
  hint?: string;
  most?: number;
  dir?: 'ltr' | 'auto';
  inputMode?: 'decimal' | 'numeric' | 'text';
  write(value: string): void;
}) {
  return (
    <label>
      {props.label}
      <input
        value={props.value}
        maxLength={props.most ?? 200}
        placeholder={props.hint}
        dir={props.dir ?? 'auto'}
        inputMode={props.inputMode ?? 'text'}
        onInput={(e) => props.write(e.currentTarget.value)}
      />
    </label>
  );
}

/** A form at the start side, beside the map that it may ask to click on. */
export function FormPanel(props: {
  title: string;
  submit(event: Event): void;
  /** Instead of closing at once: for forms that ask before something typed is lost. */
  close?: () => void;
  children: ComponentChildren;
}) {
  const close = props.close ?? (() => openForm(undefined));
  const title = useRef<HTMLHeadingElement>(null);
  useFocusInside(title, () => document.getElementById('hazards'));
  return (
    <section class="panel form-panel" aria-label={props.title}>
      <header class="panel-head">
        <h2 ref={title} tabIndex={-1}>
          {props.title}
        </h2>
        <button type="button" class="bare" aria-label={t('app.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <form
        class="panel-body form"
        onSubmit={(e) => {
          e.preventDefault();
          props.submit(e);
        }}
        onKeyDown={(e) => {
          if (e.key === 'Escape') close();
        }}
      >
        {props.children}
      </form>
    </section>
  );
}

export function Missing({ what }: { what: readonly string[] }) {
  if (what.length === 0) return null;
  return (
    <p class="field-error" role="alert">
      {t('compose.missing', { what: what.join(t('list.and')) })}
    </p>
  );
}
