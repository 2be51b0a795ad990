import type { Mistake } from '../lib/mistakes.ts';
import { Icon } from '../look/Icon.tsx';
import { t } from '../state/words.ts';

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
      <ul>
        {mistakes.map(({ file: name, line, reason }, i) => {
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
              {/* The house says them in English. */}
              <span lang="en" dir="ltr">
                {reason}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
