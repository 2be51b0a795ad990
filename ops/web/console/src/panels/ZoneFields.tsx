import { useSignal } from '@preact/signals';
import { type Properties, readTagLines, tagLines } from '../lib/zone-text.ts';
import { t, tPlain } from '../state/words.ts';
import { Line } from './fields.tsx';
import { zoneKinds } from './Zones.tsx';

const textIn = (properties: Properties, name: string) => {
  const value = properties[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

interface Fields {
  properties: Properties;
  /** A value, or nothing to take it away. */
  write(name: string, value: unknown): void;
}

/** The same thing in both languages. */
function Pair({ stem, label, properties, write }: Fields & { stem: string; label: string }) {
  return (
    <div class="pair">
      {(['ar', 'en'] as const).map((language) => (
        <Line
          key={language}
          label={`${label} (${t(`zone.in.${language}`)})`}
          value={textIn(properties, `${stem}_${language}`)}
          write={(v) => write(`${stem}_${language}`, v || undefined)}
        />
      ))}
    </div>
  );
}

function People({ name, label, properties, write }: Fields & { name: string; label: string }) {
  const people = (v: string) => (/^\d+$/.test(v.trim()) ? Number(v) : v);
  return (
    <Line
      label={label}
      dir="ltr"
      inputMode="numeric"
      most={8}
      value={textIn(properties, name)}
      write={(v) => write(name, v === '' ? undefined : people(v))}
    />
  );
}

function Tags({ properties, write }: Fields) {
  // While somebody types, a line may be half a tag.
  const typed = useSignal<string | undefined>(undefined);
  return (
    <label>
      {t('zone.tags')}
      <textarea
        rows={3}
        dir="ltr"
        spellcheck={false}
        placeholder="wadi = yutum"
        value={typed.value ?? tagLines(properties.tags)}
        onInput={(e) => {
          typed.value = e.currentTarget.value;
          write('tags', readTagLines(e.currentTarget.value));
        }}
        onBlur={() => {
          typed.value = undefined;
        }}
      />
    </label>
  );
}

/** What is written about a zone. The rest of its properties stands in the text below. */
export function ZoneFields(props: Fields & { fresh: boolean }) {
  const { properties, write, fresh } = props;
  const fields = { properties, write };
  return (
    <>
      {fresh && (
        <Line
          label={t('zone.id')}
          hint="old-quay"
          dir="ltr"
          most={64}
          value={textIn(properties, 'id')}
          write={(v) => write('id', v.trim())}
        />
      )}
      <Pair stem="name" label={t('zone.name')} {...fields} />
      <label>
        <span>
          {t('zone.kind')} <span class="faint">{tPlain(`zone.kind.${textIn(properties, 'kind')}`, '')}</span>
        </span>
        <input
          list="zone-kinds"
          dir="ltr"
          value={textIn(properties, 'kind')}
          onInput={(e) => write('kind', e.currentTarget.value.trim())}
        />
        <datalist id="zone-kinds">
          {zoneKinds().map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </datalist>
      </label>
      <div class="pair">
        <People name="population_day" label={t('zone.day')} {...fields} />
        <People name="population_night" label={t('zone.night')} {...fields} />
      </div>
      <Tags {...fields} />
      <Line
        label={t('zone.provenance')}
        most={400}
        value={textIn(properties, 'provenance')}
        write={(v) => write('provenance', v)}
      />
      <details>
        <summary>{t('zone.more')}</summary>
        <Pair stem="assembly_point" label={t('zone.assembly')} {...fields} />
        <Pair stem="high_ground" label={t('zone.highGround')} {...fields} />
      </details>
    </>
  );
}
