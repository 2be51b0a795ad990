import { Icon } from '../look/Icon.tsx';
import { dismiss, notices } from '../state/orders.ts';
import { t } from '../state/words.ts';

/** What became of the last orders. Bad news stays until it is waved away. */
export function Notices() {
  return (
    <div class="notices" role="status" aria-live="polite">
      {notices.value.map((notice) => (
        <p key={notice.id} class={`notice is-${notice.tone}`}>
          <Icon name={notice.tone === 'good' ? 'check' : 'warning'} />
          <span>{notice.text()}</span>
          <button type="button" class="bare" aria-label={t('app.close')} onClick={() => dismiss(notice.id)}>
            <Icon name="close" />
          </button>
        </p>
      ))}
    </div>
  );
}
