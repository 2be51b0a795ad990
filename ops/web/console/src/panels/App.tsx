import { failure, lane, me } from '../state/house.ts';
import { onLink, page } from '../state/route.ts';
import { enter } from '../state/session.ts';
import { t } from '../state/words.ts';
import { Console } from './Console.tsx';
import { Brand } from './Head.tsx';
import { Phones } from './Phones.tsx';
import { SignIn } from './SignIn.tsx';

function Waiting() {
  return (
    <main class="sign">
      <div class="sign-card">
        <Brand large />
        {failure.value ? (
          <>
            <p class="sign-error" role="alert">
              {failure.value}
            </p>
            <button type="button" class="primary" onClick={() => void enter()}>
              {t('app.retry')}
            </button>
          </>
        ) : (
          <p role="status">{t('app.loading')}</p>
        )}
      </div>
    </main>
  );
}

export function App() {
  if (page.value === 'unknown') {
    return (
      <main class="sign">
        <div class="sign-card">
          <Brand large />
          <p>{t('app.unknownPage')}</p>
          <a class="primary" href="/" onClick={onLink}>
            {t('app.back')}
          </a>
        </div>
      </main>
    );
  }
  if (me.value === null) return <SignIn />;
  if (me.value === undefined || !lane.value) return <Waiting />;
  return page.value === 'phones' ? <Phones /> : <Console />;
}
