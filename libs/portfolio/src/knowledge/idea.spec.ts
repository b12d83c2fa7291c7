import { given, refusal, request } from '../testing/domain';
import { answerIdea, changeIdea, idea, pitchIdea, type PitchIdea } from './idea';

const pilot: PitchIdea = {
  accountId: 'a-1',
  title: 'Take back drums',
  description: '',
  pitchedOn: '2026-02-01',
  pitchedBy: 'ines',
  contactIds: ['c-1'],
  value: 40_000,
};
const pitched = pitchIdea(idea.initial, pilot, request());
const state = given(idea, ...pitched);
const of = { accountId: 'a-1', ideaId: 'i-1' };

describe('pitching an idea', () => {
  it('records who heard it from whom, and when', () => {
    expect(pitched).toEqual([{ type: 'portfolio.IdeaPitched', data: pilot, effectiveOn: '2026-02-01' }]);
  });

  it('is refused for the future and a second time', () => {
    const future = { ...pilot, pitchedOn: '2026-04-01' };
    expect(() => pitchIdea(idea.initial, future, request())).toThrow(refusal('idea.in-future'));
    expect(() => pitchIdea(state, pilot, request())).toThrow(refusal('idea.pitched'));
  });
});

describe('the customer’s answer', () => {
  const answer = (outcome: 'trial' | 'declined' | 'open', on: string, note = '') =>
    answerIdea(state, { ...of, outcome, on, note }, request());

  it('is recorded with its day and the answer before', () => {
    expect(answer('trial', '2026-02-20', 'Two plants')).toEqual([
      {
        type: 'portfolio.IdeaAnswered',
        data: { accountId: 'a-1', from: 'open', to: 'trial', on: '2026-02-20', note: 'Two plants' },
        effectiveOn: '2026-02-20',
      },
    ]);
  });

  it('is refused before the pitch, in the future, and as a no without why', () => {
    expect(() => answer('trial', '2026-01-31')).toThrow(refusal('idea.answered-before'));
    expect(() => answer('trial', '2026-03-09')).toThrow(refusal('idea.in-future'));
    expect(() => answer('declined', '2026-02-20')).toThrow(refusal('idea.note-missing'));
    expect(() =>
      answerIdea(state, { ...of, ideaId: 'i-2', accountId: 'a-2', outcome: 'trial', on: '', note: '' }, request()),
    ).toThrow(refusal('idea.not-found'));
  });

  it('that is the answer already changes nothing', () => {
    expect(answer('open', '2026-02-20')).toEqual([]);
  });
});

describe('changing an idea', () => {
  it('records before and after of what changed', () => {
    const [event] = changeIdea(
      state,
      { ...of, changes: { value: 50_000, title: pilot.title }, reason: 'New quote' },
      request(),
    );
    expect(event!.data).toEqual({
      accountId: 'a-1',
      from: { value: 40_000 },
      to: { value: 50_000 },
      reason: 'New quote',
    });
  });

  it('is refused for a day to come, and without a change nothing happens', () => {
    const to = (changes: object) => changeIdea(state, { ...of, changes, reason: '' }, request());
    expect(() => to({ pitchedOn: '2026-05-01' })).toThrow(refusal('idea.in-future'));
    expect(to({ contactIds: ['c-1'] })).toEqual([]);
  });
});
