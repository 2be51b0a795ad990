import { waitsForPerson } from '../lib/hazards.ts';
import { Icon } from '../look/Icon.tsx';
import { can } from '../state/house.ts';
import { openForm } from '../state/selection.ts';
import { hazards } from '../state/view.ts';
import { t } from '../state/words.ts';
import { HazardCard } from './HazardCard.tsx';
import { Empty, Panel } from './Panel.tsx';

const forms = [
  { kind: 'distress', icon: 'lifebuoy' },
  { kind: 'felt', icon: 'quake' },
  { kind: 'hazard', icon: 'plus' },
] as const;

const titles = {
  distress: 'report.distress.title',
  felt: 'report.felt.title',
  hazard: 'hazard.open',
} as const;

/** What people report by telephone and radio: the three forms. */
function ReportButtons() {
  return (
    <fieldset class="report-buttons">
      <legend class="unseen">{t('report.buttons')}</legend>
      {forms.map(({ kind, icon }) => (
        <button
          key={kind}
          type="button"
          class="small"
          title={t(titles[kind])}
          data-form={kind}
          onClick={() => openForm({ kind })}
        >
          <Icon name={icon} />
          {t(`report.${kind}.short`)}
        </button>
      ))}
    </fieldset>
  );
}

export function Hazards() {
  const open = hazards.value;
  return (
    <Panel
      id="hazards"
      title={t('hazard.title')}
      class={`panel-hazards ${open.some(waitsForPerson) ? 'has-alarm' : ''}`}
      note={open.length > 0 ? open.length : undefined}
    >
      {can('OPERATOR') && <ReportButtons />}
      {open.length === 0 && <Empty>{t('hazard.none')}</Empty>}
      <ul class="cards">
        {open.map((hazard) => (
          <HazardCard key={hazard.id} hazard={hazard} />
        ))}
      </ul>
    </Panel>
  );
}
