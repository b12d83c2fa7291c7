import { idFrom } from '@mainstay/event-sourcing';
import { pick, share } from '../chance';
import { type DemoAudit, evidence } from '../content/audits';
import { type Calendar, day, type Step } from '../timeline';
import { type Catalogues, divisionId, personId, type Story } from './story';

type Action = Catalogues['actions'][number];

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
  const id = auditId(story, number);
  const before = audit.notYet ? lastOfScope(story, audit, number) : undefined;
  const periods = [...new Set(actions.map(periodOf))];
  const scoreIn = ({ completeness, scores }: DemoAudit, action: Action) =>
    scores?.[action.id] ?? scoreOf(tenant, action, completeness[periods.indexOf(periodOf(action))]!);
  const answers = actions
    .map((action, index) => ({
      action,
      as: answering(audit, action),
      score: scoreIn(audit, action),
      at: calendar.moment(audit.months, 1 + Math.floor(index / 45), 10 + Math.floor((index % 45) / 9), (index % 9) * 6),
      because: audit.notRelevant?.[action.id],
      confirms:
        before !== undefined &&
        !audit.links?.[action.id] &&
        scoreIn(story.audits[before]!, action) === scoreIn(audit, action),
    }))
    .filter(({ action }) => !isOpen(audit, action));
  const judged = answers.filter(({ confirms }) => !confirms);
  const corrected = judged
    .filter(({ score, because }) => before === undefined && !because && score > 0 && score < 3)
    .filter(({ action }) => share('correct', tenant, number, action.id) < 0.08)
    .slice(0, CORRECTIONS);
  const base = { tenant, method: 'PUT' as const };
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
        ...(before === undefined ? {} : { basedOn: auditId(story, before) }),
      },
    },
    {
      ...base,
      at: calendar.moment(audit.months, 0, 9, 30),
      as: enterprise.lead,
      ...assigning(id, audit, calendar),
    },
    ...judged.map(({ action, as, score, at, because }) => ({
      ...base,
      at,
      as,
      path: `audits/${id}/answers/${action.id}`,
      body: because
        ? { notRelevant: true, because }
        : {
            score,
            ...(score > 0 && !audit.bare?.includes(action.id) ? evidenceFor(tenant, action, at) : {}),
            ...(audit.unsure?.includes(action.id) ? { confidence: 'low' } : {}),
            ...(audit.links?.[action.id] ? { links: audit.links[action.id] } : {}),
          },
    })),
    ...inGroups(answers.filter(({ confirms }) => confirms)).map((group) => ({
      tenant,
      method: 'POST' as const,
      at: group.at(-1)!.at,
      as: group[0]!.as,
      path: `audits/${id}/confirmations`,
      body: { actionIds: group.map(({ action }) => action.id) },
    })),
    ...corrected
      .map((answer, index) => ({ ...answer, index, up: share('way', answer.action.id) >= 0.5 }))
      .map(({ action, as, score, at, index, up }) => ({
        ...base,
        at: calendar.moment(audit.months, 6, 11, index),
        as,
        path: `audits/${id}/answers/${action.id}`,
        body: {
          score: score + (up ? 1 : -1),
          ...evidenceFor(tenant, action, at),
          reason: pick(up ? raised : lowered, 'why', tenant, action.id),
        },
      })),
    ...(audit.signedOff
      ? [
          {
            tenant,
            method: 'POST' as const,
            at: calendar.moment(audit.months, 9, 15),
            as: enterprise.lead,
            path: `audits/${id}/sign-off`,
            body: audit.signedOff,
          },
        ]
      : []),
  ];
}

const periodOf = ({ phase, period }: Action) => `${phase}${period}`;

const scoreOf = (tenant: string, action: Action, complete: number) =>
  Math.min(3, Math.max(0, Math.round(3 * complete + (share('answer', tenant, action.id) - 0.5) * 1.3)));

/** Left unanswered, or carried over and not looked at again. */
const isOpen = ({ unanswered, notYet }: DemoAudit, action: Action) =>
  unanswered?.includes(periodOf(action)) ||
  (notYet !== undefined && notYet.stream === action.stream && notYet.periods.includes(periodOf(action)));

const answering = ({ parts, assessors }: DemoAudit, { stream, contributoryStream }: Action) =>
  parts?.find((part) => part.stream === stream)?.person ?? pick(assessors, 'assessor', contributoryStream);

const assigning = (id: string, { parts, assessors }: DemoAudit, calendar: Calendar) =>
  parts
    ? {
        path: `audits/${id}/assignments`,
        body: {
          assignments: parts.map(({ person, stream, dueInDays }) => ({
            personId: personId(person),
            part: { kind: 'stream', stream },
            dueOn: calendar.inDays(dueInDays),
          })),
        },
      }
    : { path: `audits/${id}/assessors`, body: { assessorIds: assessors.map(personId) } };

const lastOfScope = ({ audits }: Story, audit: DemoAudit, number: number) =>
  audits.slice(0, number).findLastIndex(({ division }) => division === audit.division);

/** What one assessor looks at together: a contributory stream of a period. */
function inGroups<One extends { readonly action: Action }>(answers: readonly One[]): One[][] {
  const groups = new Map<string, One[]>();
  for (const answer of answers) {
    const key = `${periodOf(answer.action)} ${answer.action.contributoryStream}`;
    groups.set(key, [...(groups.get(key) ?? []), answer]);
  }
  return [...groups.values()];
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

/** As the product derives it from who opened the audit by which key. */
export const auditId = ({ enterprise }: Story, number: number) =>
  idFrom('audit', enterprise.alias, personId(enterprise.lead), auditKey(enterprise.alias, number));

function evidenceFor(tenant: string, action: Action, at: Date) {
  const seen = new Date(at.getTime() - Math.floor(5 + 60 * share('seen', tenant, action.id)) * 86_400_000);
  return { evidence: pick(evidence[action.contributoryStream]!, 'evidence', tenant, action.id), evidenceOn: day(seen) };
}
