import { type Descriptions, idOfStream, type Recorded } from '@mainstay/event-sourcing';
import type { ActionEvent } from './action.events';

/** How the audit history tells what happened to a programme action. */
export const actionDescriptions: Descriptions<ActionEvent> = {
  'assessment.ActionRaised': (event) => {
    const { divisionId, accountId, ...raised } = event.data;
    return { kind: 'programme-action', subject: subject(event), divisionId, accountId, before: null, after: raised };
  },
  'assessment.ActionChanged': (event) => {
    const { divisionId, accountId, from, to, reason } = event.data;
    return {
      kind: 'programme-action',
      subject: subject(event),
      divisionId,
      accountId,
      before: from,
      after: to,
      why: reason,
    };
  },
  'assessment.ActionStateChanged': (event) => {
    const { divisionId, accountId, from, to, evidence, doneOn, reason } = event.data;
    return {
      kind: 'programme-action-state',
      subject: subject(event),
      divisionId,
      accountId,
      detail: to,
      before: { state: from },
      after: { state: to, evidence, doneOn },
      why: reason,
    };
  },
};

const subject = ({ tenant, stream }: Pick<Recorded<ActionEvent>, 'tenant' | 'stream'>) => ({
  type: 'action',
  id: idOfStream(tenant, stream),
});
