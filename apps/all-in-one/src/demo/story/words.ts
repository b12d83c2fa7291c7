import { demoThresholds, demoWords } from '../content/words';
import type { Calendar, Step } from '../timeline';
import type { Story } from './story';

/** How an enterprise makes the catalogues its own: its words, and its threshold of a reached period. */
export function wordsSteps({ enterprise }: Story, calendar: Calendar): Step[] {
  const { alias: tenant, lead: as } = enterprise;
  const put = { tenant, as, method: 'PUT' } as const;
  return [
    ...demoWords
      .filter((said) => said.tenant === tenant)
      .map(({ language, months, items, reason }) => ({
        ...put,
        at: calendar.moment(months, 0, 14),
        path: `catalogues/phase-audit/words/${language}`,
        body: { items, reason },
      })),
    ...demoThresholds
      .filter((set) => set.tenant === tenant)
      .map(({ months, threshold, reason }) => ({
        ...put,
        at: calendar.moment(months, 0, 15),
        path: 'assessment-settings',
        body: { threshold, reason },
      })),
  ];
}
