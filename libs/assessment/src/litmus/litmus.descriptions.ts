import { type Descriptions, idOfStream, type Recorded } from '@mainstay/event-sourcing';
import type { LitmusAnswers, LitmusEvent } from './litmus.events';

/** How the audit history tells what happened to a litmus test. */
export const litmusDescriptions: Descriptions<LitmusEvent> = {
  'assessment.LitmusTaken': (event) => {
    const { from, takenOn, answers } = event.data;
    return { ...about(event), before: from && taking(from.takenOn, from.answers), after: taking(takenOn, answers) };
  },
  'assessment.LitmusTakingCorrected': (event) => {
    const { from, takenOn, answers, reason } = event.data;
    return { ...about(event), before: taking(takenOn, from), after: taking(takenOn, answers), why: reason };
  },
};

const about = ({ tenant, stream, data }: Recorded<LitmusEvent>) => ({
  kind: 'litmus-test',
  subject: { type: 'litmus', id: idOfStream(tenant, stream) },
  accountId: data.accountId,
  detail: data.test,
});

const taking = (takenOn: string, answers: LitmusAnswers) => ({ takenOn, ...answers });
