import { idFrom } from '@mainstay/event-sourcing';
import { aldermoorEvidence, type DemoFile, type DemoTalk } from '../content/discussions';
import { ALDERMOOR } from '../people';
import type { Calendar, Step } from '../timeline';
import { auditId } from './audits';
import { personId, type Story } from './story';

/** Days before today on which the assessors worked on it. */
const MONTHS = 0.2;

/** Files, questions and a reminder in the audit that is under way. */
export function evidenceSteps(story: Story, calendar: Calendar): Step[] {
  if (story.enterprise.alias !== ALDERMOOR.alias) return [];
  const { audit, files, talk, reminder } = aldermoorEvidence;
  const number = story.audits.findIndex(({ title }) => title === audit);
  const path = `audits/${auditId(story, number)}`;
  return [
    ...files.flatMap((file, index) => fileSteps(story, path, file, index, calendar)),
    ...talk.flatMap((talk, index) => talkSteps(story, path, talk, index, calendar)),
    {
      tenant: story.enterprise.alias,
      at: calendar.moment(MONTHS, 3, 15),
      as: story.enterprise.lead,
      method: 'POST',
      path: `${path}/reminders`,
      body: { personId: personId(reminder.person), note: reminder.note },
    },
  ];
}

function fileSteps({ enterprise }: Story, audit: string, file: DemoFile, index: number, calendar: Calendar): Step[] {
  const tenant = enterprise.alias;
  const key = `demo-${tenant}-file-${index}`;
  const fileId = idFrom('evidence-file', tenant, personId(file.by), key);
  const path = `${audit}/answers/${file.action}/files`;
  return file.revisions.map(({ name, mediaType, content, reason }, revision) => {
    const query = new URLSearchParams({ name, mediaType, evidenceOn: calendar.inDays(-file.shownDaysAgo) });
    if (reason) query.set('reason', reason);
    return {
      tenant,
      at: calendar.moment(MONTHS, revision, 10, index),
      as: file.by,
      method: 'POST',
      path: `${path}${revision === 0 ? '' : `/${fileId}/revisions`}?${query.toString()}`,
      body: content,
      ...(revision === 0 ? { key } : {}),
    };
  });
}

function talkSteps({ enterprise }: Story, audit: string, talk: DemoTalk, index: number, calendar: Calendar): Step[] {
  const tenant = enterprise.alias;
  const key = `demo-${tenant}-talk-${index}`;
  const commentId = idFrom('comment', tenant, personId(talk.by), key);
  const path = `${audit}/discussion/${talk.action}`;
  const step = (days: number, as: string, body: object, rest: Partial<Step> = {}): Step => ({
    tenant,
    at: calendar.moment(MONTHS, days, 13, index),
    as,
    method: 'POST',
    path,
    body,
    ...rest,
  });
  const { answers = [] } = talk;
  return [
    step(0, talk.by, { kind: talk.kind, text: withIds(talk.text) }, { key }),
    ...answers.map(({ by, text }) => step(1, by, { text: withIds(text), answers: commentId })),
    ...(talk.settled
      ? [step(2, talk.by, { resolved: true }, { method: 'PUT', path: `${path}/${commentId}/resolution` })]
      : []),
  ];
}

const withIds = (text: string) => text.replace(/@\[(\w+)\]/g, (_, username: string) => `@[${personId(username)}]`);
