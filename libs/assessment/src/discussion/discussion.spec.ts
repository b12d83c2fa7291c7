import type { Recorded, RequestContext, Role } from '@mainstay/event-sourcing';
import {
  comment,
  type CommentBody,
  type Discussion,
  discussion,
  discussionId,
  edit,
  mentionsIn,
  resolve,
  withdraw,
} from './discussion';
import { discussionDescriptions } from './discussion.descriptions';
import { type DiscussionEvent, discussionEvents } from './discussion.events';

const [ann, ben, lead] = ['person-ann', 'person-ben', 'person-lead'];
const place = { divisionId: 'd-1', auditId: 'audit-1', actionId: 'A1-01' };
const by = (actor: string, role: Role = 'assessor'): RequestContext => ({
  tenant: 'acme',
  actor,
  roles: [role],
  correlation: 'r',
  now: new Date('2025-03-10T12:00:00Z'),
});

type Made = readonly [actor: string, ...events: DiscussionEvent[]];
const recorded = (event: DiscussionEvent, actor: string) =>
  ({ ...event, metadata: { actor } }) as unknown as Recorded<DiscussionEvent>;
const given = (...made: Made[]): Discussion =>
  made
    .flatMap(([actor, ...events]) => events.map((event) => recorded(event, actor)))
    .reduce((state, event) => discussion.evolve(state, event), discussion.initial);

const say = (state: Discussion, commentId: string, change: Partial<CommentBody> = {}) =>
  comment(state, { place, commentId, kind: 'comment', text: 'Seen in the minutes.', ...change });
const ask = (state = discussion.initial) => say(state, 'q-1', { kind: 'question', text: `Is it so, @[${ben}]?` });
const asked: Made = [ann, ...ask()];
const answered: Made = [ben, ...say(given(asked), 'c-1', { answers: 'q-1', text: 'Yes.' })];
const settle = (state: Discussion, resolved: boolean, reason?: string, context = by(ann)) =>
  resolve(state, { place, commentId: 'q-1', resolved, reason }, context);
const resolved: Made = [ann, ...settle(given(asked), true)];

describe('saying something', () => {
  it('records the words, and whom they name', () => {
    expect(ask()).toEqual([
      {
        type: 'assessment.CommentMade',
        data: { ...place, commentId: 'q-1', kind: 'question', text: `Is it so, @[${ben}]?`, mentions: [ben] },
      },
    ]);
  });

  it('answers a question that is open', () => {
    expect(answered[1]).toMatchObject({ data: { commentId: 'c-1', kind: 'comment', answers: 'q-1' } });
  });

  it('is refused as the answer to what is no question, was never asked, is resolved, or is a question itself', () => {
    const state = given(asked, answered);
    expect(() => say(state, 'c-2', { answers: 'c-1' })).toThrow('only a question can be answered');
    expect(() => say(state, 'c-2', { answers: 'c-9' })).toThrow('There is no comment');
    expect(() => say(given(asked, resolved), 'c-2', { answers: 'q-1' })).toThrow('reopen it');
    expect(() => say(state, 'c-2', { answers: 'q-1', kind: 'question' })).toThrow('is a comment');
  });

  it('is refused without words, and with more people than anyone reads', () => {
    expect(() => say(discussion.initial, 'c-1', { text: '  ' })).toThrow('text: say something.');
    const crowd = Array.from({ length: 21 }, (_, index) => `@[p-${index}]`).join(' ');
    expect(() => say(discussion.initial, 'c-1', { text: crowd })).toThrow('at most 20 people');
  });

  it('gives nothing the second time', () => {
    expect(ask(given(asked))).toEqual([]);
  });
});

it('finds the people named, each once, and takes nothing else for a name', () => {
  expect(mentionsIn('@[b] and @[a], @[b] again; mail a@b.example, @c, @[], @[two words]')).toEqual(['b', 'a']);
});

describe('editing', () => {
  const change = (text: string, actor = ann) => edit(given(asked), { place, commentId: 'q-1', text }, by(actor));

  it('keeps both', () => {
    expect(change('Is it?')).toEqual([
      {
        type: 'assessment.CommentEdited',
        data: {
          ...place,
          commentId: 'q-1',
          from: { text: `Is it so, @[${ben}]?`, mentions: [ben] },
          to: { text: 'Is it?', mentions: [] },
        },
      },
    ]);
  });

  it('is for the author alone', () => {
    expect(() => change('Is it?', ben)).toThrow('Only whoever wrote it');
  });

  it('gives nothing where nothing changes', () => {
    expect(change(` Is it so, @[${ben}]? `)).toEqual([]);
  });
});

describe('withdrawing', () => {
  const take = (state: Discussion, reason = 'Wrong action', actor = ben) =>
    withdraw(state, { place, commentId: 'c-1', reason }, by(actor));
  const state = given(asked, answered);

  it('records what was said, which question it answered, and why it is gone', () => {
    expect(take(state)).toEqual([
      {
        type: 'assessment.CommentWithdrawn',
        data: {
          ...place,
          commentId: 'c-1',
          answers: 'q-1',
          from: { text: 'Yes.', mentions: [] },
          reason: 'Wrong action',
        },
      },
    ]);
  });

  it('is for the author alone, and needs a reason', () => {
    expect(() => take(state, 'x', ann)).toThrow('Only whoever wrote it');
    expect(() => take(state, ' ')).toThrow('reason: say why it is withdrawn.');
  });

  it('gives nothing the second time; what is withdrawn is neither changed nor answered', () => {
    const gone = given(asked, answered, [ben, ...take(state)]);
    expect(take(gone)).toEqual([]);
    expect(() => edit(gone, { place, commentId: 'c-1', text: 'No.' }, by(ben))).toThrow('It was withdrawn.');
  });
});

describe('settling a question', () => {
  it('records the question with it', () => {
    expect(settle(given(asked), true)).toEqual([
      {
        type: 'assessment.QuestionResolved',
        data: { ...place, commentId: 'q-1', question: { text: `Is it so, @[${ben}]?`, mentions: [ben] } },
      },
    ]);
  });

  it('is for whoever asked and the programme lead', () => {
    expect(() => settle(given(asked), true, undefined, by(ben))).toThrow('Only whoever asked');
    expect(settle(given(asked), true, undefined, by(lead, 'programme-lead'))).toHaveLength(1);
  });

  it('is taken back only with a reason', () => {
    expect(() => settle(given(asked, resolved), false)).toThrow('reason: say why the question is open again.');
    expect(settle(given(asked, resolved), false, 'Not so')).toMatchObject([
      { type: 'assessment.QuestionReopened', data: { reason: 'Not so' } },
    ]);
  });

  it('is for questions', () => {
    const state = given(asked, answered);
    expect(() => resolve(state, { place, commentId: 'c-1', resolved: true }, by(ben))).toThrow('Only a question');
  });

  it('gives nothing where it is so already', () => {
    expect(settle(given(asked, resolved), true)).toEqual([]);
    expect(settle(given(asked), false)).toEqual([]);
  });
});

it('one action of one audit of one tenant has one discussion', () => {
  expect(discussionId('acme', place)).toBe(discussionId('acme', { ...place }));
  const others = [discussionId('globex', place), discussionId('acme', { ...place, actionId: 'A1-02' })];
  expect(new Set([discussionId('acme', place), ...others]).size).toBe(3);
});

it('every step is told in the history of the audit with before, after and why', () => {
  const edited = edit(given(asked), { place, commentId: 'q-1', text: 'Is it?' }, by(ann));
  const taken = withdraw(given(asked), { place, commentId: 'q-1', reason: 'Asked twice' }, by(ann));
  const reopened = settle(given(asked, resolved), false, 'Not so');
  const told = [...ask(), ...edited, ...taken, ...settle(given(asked), true), ...reopened].map((event) => {
    expect(discussionEvents[event.type].schema.safeParse(event.data).error).toBeUndefined();
    const describe = discussionDescriptions[event.type] as (event: Recorded<DiscussionEvent>) => object;
    return describe(recorded(event, ann));
  });
  const about = {
    kind: 'audit-discussion',
    subject: { type: 'audit', id: 'audit-1' },
    divisionId: 'd-1',
    detail: 'A1-01',
  };
  const question = { text: `Is it so, @[${ben}]?`, mentions: [ben] };
  expect(told).toEqual([
    { ...about, before: null, after: { kind: 'question', ...question } },
    { ...about, before: question, after: { text: 'Is it?', mentions: [] } },
    { ...about, before: question, after: null, why: 'Asked twice' },
    {
      ...about,
      before: { question: question.text, resolved: false },
      after: { question: question.text, resolved: true },
    },
    {
      ...about,
      before: { question: question.text, resolved: true },
      after: { question: question.text, resolved: false },
      why: 'Not so',
    },
  ]);
});
