import { idFrom } from '@mainstay/event-sourcing';
import { pick, share } from '../chance';
import type { DemoAccount } from '../content/accounts';
import type { DemoMovement } from '../content/movements';
import { type Calendar, day, type Step } from '../timeline';
import { movingWith } from './moves';
import { accountId, type Catalogues, divisionId, firstCategory, managerOf, personId, type Story } from './story';

export function accountSteps(
  story: Story,
  account: DemoAccount,
  index: number,
  catalogues: Catalogues,
  calendar: Calendar,
): Step[] {
  const { enterprise } = story;
  const tenant = enterprise.alias;
  const id = accountId(tenant, account.code);
  const began = enterprise.months;
  const registered = calendar.moment(began * 0.92, Math.floor(index / 12), 10, index % 12);
  const scored = calendar.moment(began * 0.8, Math.floor(index / 6), 11, index % 6);
  const decided = calendar.moment(began * 0.72, Math.floor(index / 20), 14, index % 20);
  const { code, name, industry, countries, divisions, spend } = account;
  return [
    {
      tenant,
      at: registered,
      as: enterprise.unitHead,
      method: 'POST',
      path: 'accounts',
      body: {
        code,
        name,
        industry,
        countries,
        divisionIds: divisions.map((division) => divisionId(tenant, division)),
        leadId: personId(managerOf(story, index)),
        sponsorId: enterprise.sponsor && account.attractiveness >= 8.5 ? personId(enterprise.sponsor) : null,
        spend: spend * 1000,
        potential: potentialOf(account) * 1000,
        growth: growthOf(account),
        crmId: `CRM-${code.slice(2)}-${tenant.slice(0, 2).toUpperCase()}`,
      },
    },
    scoreStep(story, account.code, scored, account, catalogues),
    ...(enterprise.undecided.includes(code)
      ? []
      : [
          {
            tenant,
            at: decided,
            as: enterprise.unitHead,
            method: 'POST' as const,
            path: `accounts/${id}/categorisation`,
            body: {
              category: firstCategory(enterprise, account),
              effectiveOn: day(decided),
              reason: pick(firstReasons, 'reason', tenant, code),
              decidedBy: personId(enterprise.lead),
            },
          },
        ]),
  ];
}

/** What the customer buys of all suppliers: attractive ones buy more elsewhere than they buy of us. In thousands, a year. */
const potentialOf = ({ code, spend, attractiveness }: DemoAccount) =>
  Math.round((spend * (1.1 + attractiveness * 0.15 + share('potential', code) * 0.6)) / 50) * 50;

/** Of the customer, in per cent a year: attractive ones mostly grow. */
const growthOf = ({ code, attractiveness }: DemoAccount) =>
  Math.round(((attractiveness - 4.5) * 1.8 + (share('growth', code) - 0.5) * 6) * 10) / 10;

const firstReasons = [
  'First categorisation of the portfolio; the score and the view of the division agree.',
  'Agreed in the portfolio workshop with the division heads.',
  'Follows the score; the lead manager confirmed it with the customer.',
];

function scoreStep(
  { enterprise }: Story,
  code: string,
  at: Date,
  axes: { readonly attractiveness: number; readonly standing: number },
  { criteria }: Catalogues,
): Step {
  const around = (value: number, id: string) =>
    Math.min(10, Math.max(0, Math.round(value + (share('score', code, id) - 0.5) * 1.6)));
  return {
    tenant: enterprise.alias,
    at,
    as: enterprise.unitHead,
    method: 'PUT',
    path: `accounts/${accountId(enterprise.alias, code)}/scores`,
    body: {
      criteriaVersion: 1,
      scores: Object.fromEntries(criteria.map(({ id, axis }) => [id, around(axes[axis], id)])),
    },
  };
}

/** On the same day, so that no decision of the demo waits for its day unless the movement says so. */
const APPROVED_AFTER_MS = 50 * 60_000;
const DAY_MS = 86_400_000;

/** The unit head proposes, the lead approves. */
export function movementSteps(
  story: Story,
  movement: DemoMovement,
  catalogues: Catalogues,
  calendar: Calendar,
): Step[] {
  const { enterprise } = story;
  const { code, months, to, scores, reason, resource, daysAhead = 0, waits } = movement;
  const tenant = enterprise.alias;
  const account = `accounts/${accountId(tenant, code)}`;
  const at = calendar.moment(months, 0, 15, 30);
  const key = `demo-${tenant}-${code}-move-${day(at)}`;
  const moveId = idFrom('category-move', tenant, personId(enterprise.unitHead), key);
  const effectiveOn = day(new Date(at.getTime() + daysAhead * DAY_MS));
  const rescored = scores ? [scoreStep(story, code, calendar.moment(months, -3, 10), scores, catalogues)] : [];
  return [
    ...rescored,
    {
      tenant,
      at,
      as: enterprise.unitHead,
      method: 'POST',
      path: `${account}/category-moves`,
      key,
      body: { category: to, effectiveOn, reason, ...(resource ? { resource } : {}), ...movingWith(tenant, code) },
    },
    ...(waits
      ? []
      : [
          {
            tenant,
            at: new Date(at.getTime() + APPROVED_AFTER_MS),
            as: enterprise.lead,
            method: 'POST' as const,
            path: `${account}/category-moves/${moveId}/approval`,
            body: {},
          },
        ]),
  ];
}
