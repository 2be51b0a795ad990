import { keyOr } from '@nadhir/kit';
import type { Mistake } from '../lib/mistakes.ts';
import { Icon } from '../look/Icon.tsx';
import { language } from '../state/settings.ts';
import { t, tPlain } from '../state/words.ts';

/** What stands in a gap reads from the left, but for the few things that have a name in both languages. */
const filled = (gaps: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(gaps).map(([name, value]) => [
      name,
      tPlain(`mistake.name.${value}`, `\u2066${value}\u2069`),
    ]),
  );

/** In the reader's language; undefined where only the house's English says it. */
function wordsOf({ said }: Mistake): string | undefined {
  const key = said && keyOr(`mistake.${said.key}`, 'mistake.title');
  return said && key && key !== 'mistake.title' ? t(key, filled(said.gaps)) : undefined;
}

/** What the house finds wrong. A line number leads to its line where there is a text to show it in. */
export function Mistakes(props: {
  mistakes: readonly Mistake[];
  /** Lines of this file are those of the text beside. */
  file: (name: string) => boolean;
  show(line: number): void;
}) {
  const { mistakes, file, show } = props;
  if (mistakes.length === 0) return null;
  return (
    <section class="mistakes" role="alert">
      <h3>
        <Icon name="warning" /> {t('mistake.title')}
      </h3>
      {language.value !== 'en' && !mistakes.every(wordsOf) && <p class="faint">{t('mistake.english')}</p>}
      <ul>
        {mistakes.map((mistake, i) => {
          const { file: name, line, reason } = mistake;
          const words = wordsOf(mistake);
          const ours = line !== undefined && file(name);
          return (
            // Their order is the house's; two may say the same.
            <li key={`${i} ${reason}`}>
              {ours && (
                <button type="button" class="link-like" onClick={() => show(line)}>
                  {t('mistake.line', { n: line })}
                </button>
              )}
              {!ours && name && (
                <bdi class="faint" dir="ltr">
                  {line === undefined ? name : `${name}:${line}`}
                </bdi>
              )}{' '}
              {words ?? (
                <span lang="en" dir="ltr">
                  {reason}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
