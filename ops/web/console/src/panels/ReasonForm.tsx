import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../state/words.ts';
import { useFocusInside } from './focus.ts';

const MOST = 300;

/** Asks why before something final. Nothing is sent without words. */
export function ReasonForm(props: {
  label: string;
  send: string;
  tone?: 'stop';
  /** What else must be chosen, above the reason. */
  children?: ComponentChildren;
  cancel(): void;
  done(why: string): Promise<void>;
}) {
  const why = useSignal('');
  const busy = useSignal(false);
  const short = useSignal(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useFocusInside(field, () => field.current?.closest<HTMLElement>('[tabindex="-1"]') ?? null);

  const submit = async (event: Event) => {
    event.preventDefault();
    const words = why.value.trim();
    short.value = words.length < 3;
    if (short.value || busy.value) {
      field.current?.focus();
      return;
    }
    busy.value = true;
    await props.done(words);
    busy.value = false;
  };

  return (
    <form
      class="reason"
      onSubmit={submit}
      onKeyDown={(e) => {
        if (e.key === 'Escape') props.cancel();
      }}
    >
      {props.children}
      <label>
        {props.label}
        <textarea
          ref={field}
          rows={2}
          maxLength={MOST}
          dir="auto"
          value={why.value}
          aria-invalid={short.value}
          onInput={(e) => {
            why.value = e.currentTarget.value;
            short.value = false;
          }}
        />
      </label>
      {short.value && (
        <p class="field-error" role="alert">
          {t('compose.why.short')}
        </p>
      )}
      <div class="buttons">
        <button type="submit" class={props.tone === 'stop' ? 'stop' : 'primary'} aria-disabled={busy.value}>
          {props.send}
        </button>
        <button type="button" onClick={props.cancel}>
          {t('app.cancel')}
        </button>
      </div>
    </form>
  );
}
