import { Icon } from '../look/Icon.tsx';
import { LevelBadge } from '../look/Level.tsx';
import { clock } from '../state/clock.ts';
import { site } from '../state/house.ts';
import { doubtWords, zoneNames } from '../state/names.ts';
import { objects } from '../state/picture.ts';
import { t } from '../state/words.ts';
import type { Assessment } from '../wire/hazard.ts';

/** Whether the site has no such rule for the hazard any more: nothing of it is let go by itself. */
function isRuleGone({ rule, hazard }: Assessment): boolean {
  const type = objects.hazard.value.get(hazard)?.type;
  const rules = site.value?.rules;
  return rules !== undefined && !rules.some((r) => r.id === rule && r.hazard === type);
}

/** What the rules make of a hazard: levels, zones, and what is doubtful about it. */
export function Assessments({ hazard }: { hazard: string }) {
  const all = [...objects.assessment.value.values()].filter((a) => a.hazard === hazard);
  if (all.length === 0) return null;
  return (
    <ul class="assessments" aria-label={t('assessment.title')}>
      {all.map((assessment) => (
        <li key={assessment.id} data-assessment={assessment.id}>
          <p>
            <LevelBadge id={assessment.level} /> {zoneNames(assessment.zones.map((z) => z.zone))}{' '}
            <span class="faint">{t('assessment.since', { at: clock(assessment.at) })}</span>
          </p>
          {isRuleGone(assessment) && (
            <p class="card-warn">
              <Icon name="warning" /> {t('assessment.ruleGone')}
            </p>
          )}
          {assessment.doubts.map((doubt) => (
            <p key={doubt} class="card-warn">
              <Icon name="question" /> {doubtWords(doubt)}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
