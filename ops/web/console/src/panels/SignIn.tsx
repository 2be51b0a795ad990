import type { Key } from '@nadhir/kit';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../look/Icon.tsx';
import { signIn } from '../state/session.ts';
import { t } from '../state/words.ts';
import { Brand, LanguageButton, ThemeButton } from './Head.tsx';

function wrong(answer: Awaited<ReturnType<typeof signIn>>): Key | undefined {
  if (answer.ok) return undefined;
  if (answer.why === 'signed-out') return 'sign.wrong';
  if (answer.why !== 'problem') return 'sign.away';
  if (answer.status === 429) return 'sign.many';
  return answer.status < 500 ? 'sign.wrong' : 'sign.away';
}

export function SignIn() {
  const name = useSignal('');
  const password = useSignal('');
  const busy = useSignal(false);
  const error = useSignal<Key | undefined>(undefined);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);

  useEffect(() => first.current?.focus(), []);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy.value) return;
    busy.value = true;
    error.value = undefined;
    const answer = await signIn(name.value.trim(), password.value);
    busy.value = false;
    error.value = wrong(answer);
    if (error.value) {
      password.value = '';
      second.current?.focus();
    }
  };

  return (
    <main class="sign">
      <div class="sign-bar">
        <LanguageButton />
        <ThemeButton />
      </div>
      <form class="sign-card" onSubmit={submit} aria-describedby="sign-error">
        <Brand large />
        <p class="sign-what">{t('app.console')}</p>
        <h1>{t('sign.title')}</h1>
        <label>
          {t('sign.name')}
          <input
            ref={first}
            name="name"
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            dir="ltr"
            required
            value={name.value}
            onInput={(e) => {
              name.value = e.currentTarget.value;
            }}
          />
        </label>
        <label>
          {t('sign.password')}
          <input
            ref={second}
            type="password"
            name="password"
            autocomplete="current-password"
            dir="ltr"
            required
            value={password.value}
            onInput={(e) => {
              password.value = e.currentTarget.value;
            }}
          />
        </label>
        <p id="sign-error" class="sign-error" role="alert">
          {error.value && (
            <>
              <Icon name="warning" /> {t(error.value)}
            </>
          )}
        </p>
        <button type="submit" class="primary" aria-disabled={busy.value}>
          {busy.value ? t('sign.busy') : t('sign.in')}
        </button>
        <p class="faint">{t('sign.hint')}</p>
      </form>
    </main>
  );
}
