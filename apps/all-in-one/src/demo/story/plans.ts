import { pick, share } from '../chance';
import type { DemoAccount } from '../content/accounts';
import { planContent, type PlanStage, revisionReasons } from '../content/plans';
import { type Calendar, day, type Step } from '../timeline';
import { accountId, divisionId, managerOf, personId, quadrant, type Story } from './story';

export function planSteps(story: Story, account: DemoAccount, index: number, calendar: Calendar): Step[] {
  const { enterprise } = story;
  const tenant = enterprise.alias;
  if (enterprise.undecided.includes(account.code)) return [];
  if (!isPlanned(tenant, account)) return [];
  const manager = managerOf(story, index);
  const years = enterprise.months / 30;
  const written = [16, 9, 2.4].map((months) => months * years + share('plan month', account.code));
  const stages = written.slice(0, 1 + Math.floor(3 * share('stages', tenant, account.code))) as number[];
  const path = `accounts/${accountId(tenant, account.code)}/plan`;
  const saved = stages.map((months, stage): Step => {
    const at = calendar.moment(months, 0, 16, index % 60);
    return {
      tenant,
      at,
      as: manager,
      method: 'PUT',
      path,
      body: {
        reason: revisionReasons[stage]!,
        content: planContent({
          account,
          managerId: personId(manager),
          unitHeadId: personId(enterprise.unitHead),
          year: calendar.year,
          divisionIds: account.divisions.map((division) => divisionId(tenant, division)),
          stage: (stage + 1) as PlanStage,
          due: [
            day(calendar.moment(months, 30)),
            day(calendar.moment(1, index)),
            day(calendar.moment(-2, index)),
            day(calendar.moment(-5, index)),
          ],
        }),
      },
    };
  });
  const reviewed = calendar.moment(
    share('reviewed', tenant, account.code) < 0.7 ? 0.4 + share('review', account.code) : 5,
    0,
    13,
    index % 60,
  );
  if (reviewed <= saved.at(-1)!.at) return saved;
  return [
    ...saved,
    {
      tenant,
      at: reviewed,
      as: manager,
      method: 'POST',
      path: `${path}/reviews`,
      body: { reviewedOn: day(reviewed), note: pick(reviewNotes, 'note', account.code) },
    },
  ];
}

/** Plans are written for the accounts that matter most, though not for all of them. */
export const isPlanned = (tenant: string, account: DemoAccount): boolean =>
  ['strategic', 'star'].includes(quadrant(account)) && share('plan', tenant, account.code) >= 0.2;

const reviewNotes = [
  'Gone through with the account team; actions confirmed.',
  'Reviewed with the sponsor before the quarterly meeting.',
  'Forecast checked against the order book; no change needed.',
];
