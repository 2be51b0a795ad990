import { Icon } from '../look/Icon.tsx';
import { openForm } from '../state/selection.ts';
import { t } from '../state/words.ts';

/** Opens what the rules say of themselves about a hazard. */
export function WhyButton({ hazard }: { hazard: string }) {
  return (
    <button
      type="button"
      class="small why-open"
      data-why={hazard}
      onClick={() => openForm({ kind: 'why', hazard })}
    >
      <Icon name="question" />
      {t('why.open')}
    </button>
  );
}
