import { idFrom } from '@mainstay/event-sourcing';
import { pick, share } from './chance';
import type { DemoAccount } from './content/accounts';
import { type DemoAudit, evidence } from './content/audits';
import type { DemoEnterprise } from './content/enterprises';
import type { DemoMovement } from './content/movements';
import { planContent, type PlanStage, revisionReasons } from './content/plans';
import { demoPeople } from './people';
import { type Calendar, day, type Step } from './timeline';

/** What the catalogues of the product say; the demo reads them through the API like anybody else. */
export interface Catalogues {
  readonly actions: readonly {
    readonly id: string;
    readonly phase: string;
    readonly period: number;
    readonly contributoryStream: string;
  }[];
  readonly criteria: readonly { readonly id: string; readonly axis: 'attractiveness' | 'standing' }[];
}

export interface Story {
  readonly enterprise: DemoEnterprise;
  readonly accounts: readonly DemoAccount[];
  readonly movements: readonly DemoMovement[];
  readonly audits: readonly DemoAudit[];
}

const personId = (username: string) => demoPeople.find((person) => person.username === username)!.id;

/** Ids that follow from the business keys, as the product itself derives them. */
const accountId = (tenant: string, code: string) => idFrom('account', tenant, code);
const divisionId = (tenant: string, code: string) => idFrom('division', tenant, code);

export function tell(story: Story, catalogues: Catalogues, calendar: Calendar): Step[] {
  const steps = [
    ...foundation(story, calendar),
    ...story.accounts.flatMap((account, index) => accountSteps(story, account, index, catalogues, calendar)),
    ...story.movements.flatMap((movement) => movementSteps(story, movement, catalogues, calendar)),
    ...story.audits.flatMap((audit, index) => auditSteps(story, audit, index, catalogues, calendar)),
    ...story.accounts.flatMap((account, index) => planSteps(story, account, index, calendar)),
  ];
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function foundation({ enterprise }: Story, calendar: Calendar): Step[] {
  const { alias: tenant, administrator } = enterprise;
  const request = (minute: number, method: Step['method'], path: string, body: unknown): Step => ({
    tenant,
    at: calendar.moment(enterprise.months, 0, 8, minute),
    as: administrator,
    method,
    path,
    body,
  });
  const { name, currency, capacity, planReviewDays } = enterprise;
  return [
    request(0, 'PUT', 'enterprise', { name, currency, capacity, planReviewDays }),
    ...enterprise.divisions.map(({ code, name }) => request(5, 'POST', 'divisions', { code, name })),
    ...demoPeople
      .filter(({ memberships }) => memberships[tenant])
      .map((person) =>
        request(10, 'POST', 'people', {
          personId: person.id,
          name: person.name,
          email: person.email,
          role: person.memberships[tenant],
        }),
      ),
    ...enterprise.divisions
      .filter(({ head }) => head)
      .map(({ code, head }) =>
        request(20, 'PATCH', `divisions/${divisionId(tenant, code)}`, { headId: personId(head!) }),
      ),
  ];
}

function accountSteps(
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

function movementSteps(story: Story, movement: DemoMovement, catalogues: Catalogues, calendar: Calendar): Step[] {
  const { enterprise } = story;
  const { code, months, to, scores, reason, resource } = movement;
  const at = calendar.moment(months, 0, 15, 30);
  const rescored = scores ? [scoreStep(story, code, calendar.moment(months, -3, 10), scores, catalogues)] : [];
  return [
    ...rescored,
    {
      tenant: enterprise.alias,
      at,
      as: enterprise.unitHead,
      method: 'POST',
      path: `accounts/${accountId(enterprise.alias, code)}/recategorisations`,
      body: {
        category: to,
        effectiveOn: day(at),
        reason,
        approvedBy: personId(enterprise.lead),
        ...(resource ? { resource } : {}),
      },
    },
  ];
}

const CORRECTIONS = 4;

function auditSteps(
  story: Story,
  audit: DemoAudit,
  number: number,
  { actions }: Catalogues,
  calendar: Calendar,
): Step[] {
  const { enterprise } = story;
  const tenant = enterprise.alias;
  const opened = calendar.moment(audit.months, 0, 9);
  const id = idFrom('audit', tenant, personId(enterprise.lead), auditKey(tenant, number));
  const periods = [...new Set(actions.map(({ phase, period }) => `${phase}${period}`))];
  const base = { tenant, method: 'PUT' as const };
  const answers = actions.map((action, index) => {
    const complete = audit.completeness[periods.indexOf(`${action.phase}${action.period}`)]!;
    const score = Math.min(3, Math.max(0, Math.round(3 * complete + (share('answer', tenant, action.id) - 0.5) * 1.3)));
    const at = calendar.moment(
      audit.months,
      1 + Math.floor(index / 45),
      10 + Math.floor((index % 45) / 9),
      (index % 9) * 6,
    );
    return { action, score, at };
  });
  return [
    {
      tenant,
      at: opened,
      as: enterprise.lead,
      method: 'POST',
      path: 'audits',
      body: {
        scope: audit.division
          ? { kind: 'division', divisionId: divisionId(tenant, audit.division) }
          : { kind: 'programme' },
        title: audit.title,
        auditDate: day(opened),
        programmeStartedOn: day(calendar.moment(enterprise.months)),
      },
    },
    {
      ...base,
      at: calendar.moment(audit.months, 0, 9, 30),
      as: enterprise.lead,
      path: `audits/${id}/assessors`,
      body: { assessorIds: audit.assessors.map(personId) },
    },
    ...answers.map(({ action, score, at }) => ({
      ...base,
      at,
      as: pick(audit.assessors, 'assessor', action.contributoryStream),
      path: `audits/${id}/answers/${action.id}`,
      body: { score, ...(score > 0 ? evidenceFor(tenant, action, at) : {}) },
    })),
    ...answers
      .filter(({ action, score }) => score > 0 && score < 3 && share('correct', tenant, number, action.id) < 0.08)
      .slice(0, CORRECTIONS)
      .map(({ action, score, at }, index) => ({
        ...base,
        at: calendar.moment(audit.months, 6, 11, index),
        as: pick(audit.assessors, 'assessor', action.contributoryStream),
        path: `audits/${id}/answers/${action.id}`,
        body: {
          score: score + (share('way', action.id) < 0.5 ? -1 : 1),
          ...evidenceFor(tenant, action, at),
          reason: pick(correctionReasons, 'why', tenant, action.id),
        },
      })),
  ];
}

const correctionReasons = [
  'Second interview showed that it is done in two divisions only.',
  'The document was found after all, approved and in use.',
  'Read against the description again: effective, not only written.',
];

export const auditKey = (tenant: string, number: number) => `demo-${tenant}-audit-${number}`;

function evidenceFor(tenant: string, action: Catalogues['actions'][number], at: Date) {
  const seen = new Date(at.getTime() - Math.floor(5 + 60 * share('seen', tenant, action.id)) * 86_400_000);
  return { evidence: pick(evidence[action.contributoryStream]!, 'evidence', tenant, action.id), evidenceOn: day(seen) };
}

function planSteps(story: Story, account: DemoAccount, index: number, calendar: Calendar): Step[] {
  const { enterprise } = story;
  const tenant = enterprise.alias;
  if (enterprise.undecided.includes(account.code)) return [];
  if (!['strategic', 'star'].includes(quadrant(account)) || share('plan', tenant, account.code) < 0.2) return [];
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

const reviewNotes = [
  'Gone through with the account team; actions confirmed.',
  'Reviewed with the sponsor before the quarterly meeting.',
  'Forecast checked against the order book; no change needed.',
];

const managerOf = ({ enterprise }: Story, index: number) => enterprise.managers[index % enterprise.managers.length]!;

/** Small customers without promise are not key; the others follow the score. */
function firstCategory({ smallSpend }: DemoEnterprise, account: DemoAccount): string {
  return account.attractiveness < 4.5 && account.spend < smallSpend ? 'not-key' : quadrant(account);
}

/** The suggestion of the shipped criteria: by quadrant at 5. */
function quadrant({ attractiveness, standing }: { attractiveness: number; standing: number }): string {
  if (attractiveness >= 5) return standing >= 5 ? 'strategic' : 'star';
  return standing >= 5 ? 'status' : 'streamline';
}
