import { type Descriptions, idOfStream, type Recorded } from '@mainstay/event-sourcing';
import type { LitmusAnswers, LitmusEvent } from './litmus.events';
import { litmusTestOf } from './litmus-catalogue';

/** How the audit history tells what happened to a litmus test. */
export const litmusDescriptions: Descriptions<LitmusEvent> = {
  'assessment.LitmusTaken': (event) => {
    const { from, takenOn, answers } = event.data;
    return {
      ...about(event),
      before: from && told(event, from.takenOn, from.answers),
      after: told(event, takenOn, answers),
    };
  },
  'assessment.LitmusTakingCorrected': (event) => {
    const { from, takenOn, answers, reason } = event.data;
    return { ...about(event), before: told(event, takenOn, from), after: told(event, takenOn, answers), why: reason };
  },
};

const about = ({ tenant, stream, data }: Recorded<LitmusEvent>) => ({
  kind: 'litmus-test',
  subject: { type: 'litmus', id: idOfStream(tenant, stream) },
  accountId: data.accountId,
  detail: data.test,
});

/** Each answer under what a yes to it says, with what it rests on. */
function told({ data }: Recorded<LitmusEvent>, takenOn: string, answers: LitmusAnswers): Record<string, string> {
  const { questions } = litmusTestOf(data.catalogueVersion, data.test);
  const lines = questions.flatMap(({ id, short }) => {
    const given = answers[id];
    return given ? [[`${id} ${short}`, given.note ? `${given.answer}: ${given.note}` : given.answer]] : [];
  });
  return { takenOn, ...Object.fromEntries(lines) };
}
