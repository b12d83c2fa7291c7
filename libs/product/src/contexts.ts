import { assessmentDescriptions, assessmentEvents, assessmentProjections } from '@mainstay/assessment';
import { auditHistory } from '@mainstay/history';
import { peopleDescriptions, peopleEvents, peopleProjections } from '@mainstay/people';
import { planningDescriptions, planningEvents, planningProjections } from '@mainstay/planning';
import { portfolioDescriptions, portfolioEvents, portfolioProjections } from '@mainstay/portfolio';

/** Every event type of the product. */
export const events = [peopleEvents, portfolioEvents, assessmentEvents, planningEvents];

/** Every read model of the product. The audit history tells the events of all contexts. */
export const projections = [
  ...peopleProjections,
  ...portfolioProjections,
  ...assessmentProjections,
  ...planningProjections,
  auditHistory({ ...peopleDescriptions, ...portfolioDescriptions, ...assessmentDescriptions, ...planningDescriptions }),
];
