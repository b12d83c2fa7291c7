import { Forbidden, NotFound } from '@mainstay/event-sourcing';
import { mayReadHistoryOf } from './record-access';

describe('the history of one record', () => {
  it('is open to whoever may read the record', () => {
    expect(() => mayReadHistoryOf({ roles: ['kam-team-member'] }, 'account', '1')).not.toThrow();
  });

  it('is closed to a feedback rater', () => {
    expect(() => mayReadHistoryOf({ roles: ['feedback-rater'] }, 'account', '1')).toThrow(Forbidden);
  });

  it.each(['constructor', 'nothing'])('does not know records of type %s', (type) => {
    expect(() => mayReadHistoryOf({ roles: ['board-member'] }, type, '1')).toThrow(NotFound);
  });
});
