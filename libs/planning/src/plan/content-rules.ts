import { Refused } from '@mainstay/event-sourcing';
import type { PlanContent } from './plan-content';

/** KAM is a long-term investment: a plan looks at least so many years ahead. */
export const SHORTEST_HORIZON = 3;

/** @throws Refused naming the first rule that the document breaks */
export function assertSound(content: PlanContent): void {
  const { horizonYears, criticalSuccessFactors, objectives, actions, forecast } = content;
  if (horizonYears < SHORTEST_HORIZON) {
    throw new Refused('plan.horizon-too-short', `horizonYears: a plan looks at least ${SHORTEST_HORIZON} years ahead.`);
  }
  assertUnique(
    'criticalSuccessFactors',
    criticalSuccessFactors.map(({ id }) => id),
  );
  assertUnique(
    'objectives',
    objectives.map(({ id }) => id),
  );
  assertUnique(
    'actions',
    actions.map(({ id }) => id),
  );

  const known = new Set(objectives.map(({ id }) => id));
  const stray = actions.find(({ objectiveId }) => objectiveId !== null && !known.has(objectiveId));
  if (stray) {
    throw new Refused(
      'plan.objective-unknown',
      `actions.${stray.id}.objectiveId: the plan has no objective ${stray.objectiveId}.`,
    );
  }

  const years = forecast.map(({ year }) => year);
  const first = Math.min(...years);
  const last = Math.max(...years);
  if (last - first >= horizonYears) {
    throw new Refused(
      'plan.forecast-outside-horizon',
      `forecast: ${first} to ${last} is longer than the horizon of ${horizonYears} years.`,
    );
  }
  const cells = forecast.map(({ year, divisionId }) => `${year} ${divisionId}`);
  const twice = repeated(cells);
  if (twice)
    throw new Refused('plan.forecast-repeated', `forecast: year and division may stand together once only (${twice}).`);
}

function assertUnique(list: string, ids: string[]): void {
  const twice = repeated(ids);
  if (twice) throw new Refused('plan.id-repeated', `${list}: the id ${twice} is used twice.`);
}

const repeated = (texts: string[]) => texts.find((text, index) => texts.indexOf(text) !== index);
