import { idFrom } from '@mainstay/event-sourcing';
import { pick, share } from '../chance';
import {
  type DemoOrganisation,
  organisationEvidence,
  organisationGroups,
  organisationNotes,
  settlingReasons,
} from '../content/organisation';
import { type Calendar, day, type Step } from '../timeline';
import { divisionId, personId, type Story } from './story';

/** Cells on which the assessors differ that were left for the workshop. */
const LEFT_OPEN = 5;

/** One assessment of the organisation: opened, answered by each assessor, settled by the lead as far as it came. */
export function organisationSteps(
  { enterprise }: Story,
  assessment: DemoOrganisation,
  number: number,
  calendar: Calendar,
): Step[] {
  const { alias: tenant, lead } = enterprise;
  const { months, assessors, division, settled } = assessment;
  const key = `demo-${tenant}-organisation-${number}`;
  const path = `organisation-assessments/${idFrom('organisation-assessment', tenant, personId(lead), key)}`;
  const opened = calendar.moment(months);
  const cells = Object.entries(assessment.states).flatMap(([element, states]) =>
    organisationGroups.map((group, index) => ({ element, id: `${element}-${group}`, state: Number(states[index]) })),
  );
  const answered = cells.map((cell, index) => ({
    ...cell,
    said: assessors.map((assessor, who) => ({
      assessor,
      score: seen(cell.state, `${tenant} ${number} ${cell.id} ${assessor}`),
      at: calendar.moment(months, 2 + who, 9 + Math.floor(index / 15), (index % 15) * 4),
    })),
  }));
  const differ = answered.filter(({ said }) => said.some(({ score }) => score !== said[0]!.score));
  const settles = (cell: string, score: number, index: number): Step => ({
    tenant,
    at: calendar.moment(months, 9, 14, index),
    as: lead,
    method: 'PUT',
    path: `${path}/settled/${cell}`,
    body: { score, reason: pick(settlingReasons, 'settled', tenant, number, cell) },
  });
  return [
    {
      tenant,
      key,
      at: opened,
      as: lead,
      method: 'POST',
      path: 'organisation-assessments',
      body: {
        scope: division ? { kind: 'division', divisionId: divisionId(tenant, division) } : { kind: 'programme' },
        title: assessment.title,
        assessedOn: day(opened),
        transnational: assessment.transnational,
        assessorIds: assessors.map(personId),
      },
    },
    ...answered.flatMap(({ element, id, said }) =>
      said.map(({ assessor, score, at }): Step => ({
        tenant,
        at,
        as: assessor,
        method: 'PUT',
        path: `${path}/answers/${id}`,
        body: {
          score,
          ...(share('evidence', key, id, assessor) < 0.75
            ? { evidence: pick(organisationEvidence[element]!, 'evidence', key, id, assessor) }
            : {}),
          ...(share('note', key, id, assessor) < 0.12
            ? { note: pick(organisationNotes, 'note', key, id, assessor) }
            : {}),
        },
      })),
    ),
    ...(settled === 'nothing'
      ? []
      : [
          {
            tenant,
            at: calendar.moment(months, 9, 10),
            as: lead,
            method: 'POST' as const,
            path: `${path}/settle-agreed`,
            body: {},
          },
          ...differ
            .slice(0, settled === 'mostly' ? -LEFT_OPEN : undefined)
            .map(({ id, state }, index) => settles(id, state, index)),
        ]),
    ...(settled === 'signed-off'
      ? [
          {
            tenant,
            at: calendar.moment(months, 12, 16),
            as: lead,
            method: 'POST' as const,
            path: `${path}/sign-off`,
            body: { note: 'Presented to the executive committee.' },
          },
        ]
      : []),
  ];
}

/** Most see what is there; some see it one state higher or lower. */
function seen(state: number, ...words: string[]): number {
  const chance = share('seen', ...words);
  return Math.min(3, Math.max(0, state + (chance < 0.1 ? 1 : chance < 0.22 ? -1 : 0)));
}
