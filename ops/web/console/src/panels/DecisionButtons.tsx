import { Icon } from '../look/Icon.tsx';
import { t } from '../state/words.ts';

/** What waits for a person: no on one side, yes on the other, and why yes cannot be said now. */
export function DecisionButtons(props: {
  /** Of the words that say why not. */
  id: string;
  /** Why nobody can agree here and now. */
  why: string | undefined;
  mayReject: boolean;
  /** The words for yes. */
  go: string;
  reject(): void;
  approve(): void;
}) {
  return (
    <div class="decision-actions">
      {props.why && (
        <p class="decision-why" id={props.id}>
          {props.why}
        </p>
      )}
      <button type="button" class="stop" disabled={!props.mayReject} onClick={props.reject}>
        <Icon name="close" />
        {t('decision.reject')}
      </button>
      <button
        type="button"
        class="go"
        disabled={props.why !== undefined}
        aria-describedby={props.why ? props.id : undefined}
        onClick={props.approve}
      >
        <Icon name="check" />
        {props.go}
      </button>
    </div>
  );
}
