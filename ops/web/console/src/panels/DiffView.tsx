import { type DiffLine, parts, sizeOf } from '../lib/diff.ts';
import { t } from '../state/words.ts';

const signs = { same: ' ', gone: '−', new: '+' } as const;

/** What changed, line by line; a sign says what the colour says. */
export function DiffView({ lines }: { lines: readonly DiffLine[] }) {
  const { more, fewer } = sizeOf(lines);
  if (more + fewer === 0) return <p class="faint">{t('diff.same')}</p>;
  return (
    <div class="diff-whole">
      <p class="faint">{t('diff.size', { more, fewer })}</p>
      <div class="diff" dir="ltr" lang="en">
        {parts(lines).map((part) =>
          'left' in part ? (
            <p key={`left ${part.left}`} class="diff-left" dir="auto">
              {t('diff.left', { n: part.left })}
            </p>
          ) : (
            part.lines.map((line) => (
              <div key={`${line.before}/${line.after}`} class={`diff-line is-${line.how}`}>
                <span class="diff-n">{line.before ?? ''}</span>
                <span class="diff-n">{line.after ?? ''}</span>
                <span class="diff-sign">
                  {signs[line.how]}
                  {line.how !== 'same' && <span class="unseen">{t(`diff.${line.how}`)}</span>}
                </span>
                <code>{line.text || ' '}</code>
              </div>
            ))
          ),
        )}
      </div>
    </div>
  );
}
