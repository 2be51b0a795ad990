import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { distanceM, positionText } from '../lib/geo.ts';
import { minutesText, parsePosition } from '../lib/position.ts';
import { Icon } from '../look/Icon.tsx';
import { site } from '../state/house.ts';
import { drawing } from '../state/selection.ts';
import { t } from '../state/words.ts';
import type { LatLon } from '../wire/place.ts';
import { Line } from './fields.tsx';

const EXAMPLES = '29.4700 34.9690 · 29°28.2′N 34°58.1′E';

/** Further away than this from the city it is asked whether it is meant. */
const FAR_KM = 250;

/** The place that the open form has, if it has one. */
export function pointed(): LatLon | undefined {
  const now = drawing.value;
  return now?.mode === 'point' ? now.at : undefined;
}

function Understood({ at, written }: { at: LatLon | undefined; written: string }) {
  if (!at) {
    return (
      <p class={written.trim() ? 'field-wait' : 'faint'}>
        {written.trim() && `${t('report.place.wrong')} `}
        <bdi dir="ltr">{EXAMPLES}</bdi>
      </p>
    );
  }
  const centre = site.value?.info.centre;
  const far = centre && distanceM(centre, at) / 1000 > FAR_KM;
  return (
    <>
      <p class="understood" dir="ltr">
        {positionText(at)} · {minutesText(at)}
      </p>
      {far && (
        <p class="field-error">
          <Icon name="warning" /> {t('report.place.far', { km: FAR_KM })}
        </p>
      )}
    </>
  );
}

/** A place by a click on the map, or typed in degrees or in degrees and minutes. Says what it understood. */
export function PlaceField() {
  const written = useSignal('');
  const at = pointed();
  useEffect(() => {
    drawing.value = { mode: 'point', at: undefined };
  }, []);
  useEffect(() => {
    // A click on the map writes over what was typed; what is typed stays as it was typed.
    const typed = parsePosition(written.peek());
    const same = typed && at && distanceM(typed, at) < 1;
    if (at && !same) written.value = positionText(at);
  }, [at]);
  return (
    <fieldset class="place-field">
      <legend>{t('report.place')}</legend>
      <p class={at ? 'faint' : 'hint'}>
        <Icon name="pin" /> {t('report.place.click')}
      </p>
      <Line
        label={t('report.place.typed')}
        dir="ltr"
        value={written.value}
        write={(value) => {
          written.value = value;
          drawing.value = { mode: 'point', at: parsePosition(value) };
        }}
      />
      <div aria-live="polite">
        <Understood at={at} written={written.value} />
      </div>
    </fieldset>
  );
}
