import { type IconName, icons } from './icons.ts';

/** An icon beside words, or with a label of its own where it stands alone. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  // The markup is part of the build, see icons.ts.
  const markup = { __html: icons[name] };
  return label ? (
    <span class="icon" role="img" aria-label={label} dangerouslySetInnerHTML={markup} />
  ) : (
    <span class="icon" aria-hidden="true" dangerouslySetInnerHTML={markup} />
  );
}
