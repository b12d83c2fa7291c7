import { idFrom } from '@mainstay/event-sourcing';
import { aldermoorActions, brackwaterActions, type DemoAction } from '../content/actions';
import { ALDERMOOR } from '../people';
import { type Calendar, day, type Step } from '../timeline';
import { auditId } from './audits';
import { personId, type Story } from './story';

/** What is done about the findings of the audits: raised by the lead, moved on by whoever owns it. */
export function actionSteps(story: Story, calendar: Calendar): Step[] {
  const told = story.enterprise.alias === ALDERMOOR.alias ? aldermoorActions : brackwaterActions;
  return told.flatMap((action, number) => stepsOf(story, action, number, calendar));
}

function stepsOf(story: Story, action: DemoAction, number: number, calendar: Calendar): Step[] {
  const { alias: tenant, lead } = story.enterprise;
  const { title, description, owner, months, dueInDays, finding, postponed, moves = [] } = action;
  const key = `demo-${tenant}-action-${number}`;
  const path = `actions/${idFrom('action', tenant, personId(lead), key)}`;
  return [
    {
      tenant,
      key,
      at: calendar.moment(months, 0, 13, number),
      as: lead,
      method: 'POST',
      path: 'actions',
      body: {
        title,
        description,
        ownerId: personId(owner),
        dueOn: calendar.inDays(dueInDays),
        source: finding ? sourceOf(story, finding) : { kind: 'own' },
      },
    },
    ...(postponed
      ? [
          {
            tenant,
            at: calendar.moment(postponed.months, 0, 14),
            as: lead,
            method: 'PATCH' as const,
            path,
            body: { dueOn: calendar.inDays(postponed.dueInDays), reason: postponed.reason },
          },
        ]
      : []),
    ...moves.map(({ months, state, evidence, reason }): Step => {
      const at = calendar.moment(months, 0, 15, number);
      const doneOn = state === 'done' ? day(at) : undefined;
      return {
        tenant,
        at,
        as: owner,
        method: 'POST',
        path: `${path}/state`,
        body: { state, evidence, reason, doneOn },
      };
    }),
  ];
}

function sourceOf(story: Story, [title, actionId]: readonly [string, string]) {
  const number = story.audits.findIndex((audit) => audit.title === title);
  return { kind: 'audit-action', auditId: auditId(story, number), actionId };
}
