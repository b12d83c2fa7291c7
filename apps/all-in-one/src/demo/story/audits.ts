import { idFrom } from '@mainstay/event-sourcing';
import { pick, share } from '../chance';
import { type DemoAudit, evidence } from '../content/audits';
import { type Calendar, day, type Step } from '../timeline';
import { type Catalogues, divisionId, personId, type Story } from './story';

const CORRECTIONS = 4;

export function auditSteps(
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
  const open = (action: Catalogues['actions'][number]) =>
    audit.unanswered?.includes(`${action.phase}${action.period}`) ?? false;
  const answers = actions.map((action, index) => {
    const complete = audit.completeness[periods.indexOf(`${action.phase}${action.period}`)]!;
    const score = Math.min(3, Math.max(0, Math.round(3 * complete + (share('answer', tenant, action.id) - 0.5) * 1.3)));
    const at = calendar.moment(
      audit.months,
      1 + Math.floor(index / 45),
      10 + Math.floor((index % 45) / 9),
      (index % 9) * 6,
    );
    return { action, score, at, because: audit.notRelevant?.[action.id] };
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
        catalogueVersion: audit.catalogueVersion,
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
    ...answers
      .filter(({ action }) => !open(action))
      .map(({ action, score, at, because }) => ({
        ...base,
        at,
        as: pick(audit.assessors, 'assessor', action.contributoryStream),
        path: `audits/${id}/answers/${action.id}`,
        body: because
          ? { notRelevant: true, because }
          : { score, ...(score > 0 ? evidenceFor(tenant, action, at) : {}) },
      })),
    ...answers
      .filter(({ action, because }) => !because && !open(action))
      .filter(({ action, score }) => score > 0 && score < 3 && share('correct', tenant, number, action.id) < 0.08)
      .slice(0, CORRECTIONS)
      .map(({ action, score, at }, index) => ({ action, score, at, index, up: share('way', action.id) >= 0.5 }))
      .map(({ action, score, at, index, up }) => ({
        ...base,
        at: calendar.moment(audit.months, 6, 11, index),
        as: pick(audit.assessors, 'assessor', action.contributoryStream),
        path: `audits/${id}/answers/${action.id}`,
        body: {
          score: score + (up ? 1 : -1),
          ...evidenceFor(tenant, action, at),
          reason: pick(up ? raised : lowered, 'why', tenant, action.id),
        },
      })),
  ];
}

const lowered = [
  'Second interview showed that it is done in two divisions only.',
  'Read against the description again: written, not yet effective.',
];
const raised = [
  'The document was found after all, approved and in use.',
  'Read against the description again: effective, not only written.',
];

export const auditKey = (tenant: string, number: number) => `demo-${tenant}-audit-${number}`;

function evidenceFor(tenant: string, action: Catalogues['actions'][number], at: Date) {
  const seen = new Date(at.getTime() - Math.floor(5 + 60 * share('seen', tenant, action.id)) * 86_400_000);
  return { evidence: pick(evidence[action.contributoryStream]!, 'evidence', tenant, action.id), evidenceOn: day(seen) };
}
