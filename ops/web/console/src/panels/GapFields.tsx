import { hourMinute, momentOf } from '@nadhir/kit';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { now, zone } from '../state/clock.ts';
import { site } from '../state/house.ts';
import { named, t, tPlain } from '../state/words.ts';
import type { SlotValue } from '../wire/command.ts';
import type { Gap } from '../wire/site.ts';
import { Choice, Line } from './fields.tsx';

type Fill = (value: SlotValue | undefined) => void;

export function gapLabel(gap: Gap): string {
  return tPlain(`compose.gap.${gap.name}`, `${t(`compose.gap.${gap.kind}`)} (${gap.name})`);
}

/** A time of day on the site's clock, the nearest one. */
function TimeGap({ label, fill }: { label: string; fill: Fill }) {
  const written = useSignal(hourMinute(now.peek(), zone.peek()));
  useEffect(() => write(written.value), []);
  const write = (value: string) => {
    written.value = value;
    const at = momentOf(value, now.peek(), zone.peek());
    fill(at && { type: 'Slot.Time', at: at.toISOString() });
  };
  return <Line label={label} dir="ltr" hint="17:30" most={5} value={written.value} write={write} />;
}

function SpanGap({ label, fill }: { label: string; fill: Fill }) {
  const from = useSignal('');
  const to = useSignal('');
  const write = () => {
    const a = momentOf(from.value, now.peek(), zone.peek());
    const b = a && momentOf(to.value, a, zone.peek());
    fill(a && b && b > a ? { type: 'Slot.Span', from: a.toISOString(), to: b.toISOString() } : undefined);
  };
  return (
    <fieldset>
      <legend>{label}</legend>
      <div class="pair">
        <Line
          label={t('compose.gap.from')}
          dir="ltr"
          hint="15:00"
          most={5}
          value={from.value}
          write={(v) => {
            from.value = v;
            write();
          }}
        />
        <Line
          label={t('compose.gap.to')}
          dir="ltr"
          hint="21:00"
          most={5}
          value={to.value}
          write={(v) => {
            to.value = v;
            write();
          }}
        />
      </div>
    </fieldset>
  );
}

/** `29.4700 34.9690` */
function PositionGap({ label, fill }: { label: string; fill: Fill }) {
  const written = useSignal('');
  const write = (value: string) => {
    written.value = value;
    const match = /^\s*(-?\d+(?:\.\d+)?)[\s,]+(-?\d+(?:\.\d+)?)\s*$/.exec(value);
    const [latDeg, lonDeg] = [Number(match?.[1]), Number(match?.[2])];
    const good = match && Math.abs(latDeg) <= 90 && Math.abs(lonDeg) <= 180;
    fill(good ? { type: 'Slot.Position', place: { latDeg, lonDeg } } : undefined);
  };
  return <Line label={label} dir="ltr" hint="29.4700 34.9690" value={written.value} write={write} />;
}

function NumberGap({ label, fill }: { label: string; fill: Fill }) {
  const written = useSignal('');
  const write = (value: string) => {
    written.value = value;
    const match = /^-?\d+(?:\.(\d+))?$/.exec(value.trim());
    fill(match ? { type: 'Slot.Number', value: Number(value), decimals: match[1]?.length ?? 0 } : undefined);
  };
  return <Line label={label} dir="ltr" inputMode="decimal" value={written.value} write={write} />;
}

function WordGap({ label, keys, fill }: { label: string; keys: readonly string[]; fill: Fill }) {
  const words = site.value?.words ?? {};
  const chosen = useSignal('');
  return (
    <Choice
      label={label}
      value={chosen.value}
      options={[
        { value: '', label: '…' },
        ...keys.map((value) => ({ value, label: named(words[value], value) })),
      ]}
      choose={(v) => {
        chosen.value = v;
        fill(v ? { type: 'Slot.Word', key: v } : undefined);
      }}
    />
  );
}

/** The gap that the zones of the alert fill. */
function PlacesGap(props: { label: string; zones: readonly string[]; drawn: boolean; fill: Fill }) {
  const { label, zones, drawn, fill } = props;
  const known = drawn || zones.length > 0;
  useEffect(
    () => fill(known ? { type: 'Slot.Places', zones: [...zones] } : undefined),
    [known, zones.join(' ')],
  );
  return (
    <p class="faint">
      {label}: {t('compose.gap.places.same')}
    </p>
  );
}

export function GapField(props: {
  gap: Gap;
  zones: readonly string[];
  drawn: boolean;
  choices: readonly string[];
  fill: Fill;
}) {
  const { gap, zones, drawn, choices, fill } = props;
  const label = gapLabel(gap);
  switch (gap.kind) {
    case 'time':
      return <TimeGap label={label} fill={fill} />;
    case 'span':
      return <SpanGap label={label} fill={fill} />;
    case 'position':
      return <PositionGap label={label} fill={fill} />;
    case 'number':
      return <NumberGap label={label} fill={fill} />;
    case 'word':
      return <WordGap label={label} keys={choices} fill={fill} />;
    case 'places':
      return <PlacesGap label={label} zones={zones} drawn={drawn} fill={fill} />;
  }
}
