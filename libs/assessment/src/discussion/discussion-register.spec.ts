import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { auditRegister } from '../audit/audit-register/audit-register.projection';
import { comment, discussion, edit, resolve, withdraw } from './discussion';
import { Comment, EditComment, ResolveQuestion, WithdrawComment } from './discussion.commands';
import { discussionRegister } from './discussion.projection';
import { Discussions } from './discussion.queries';

const place = { auditId: 'audit-1', actionId: 'A1-01' };
const opened = {
  type: 'assessment.AuditOpened',
  data: { scope: { kind: 'programme' }, title: 'Audit', catalogueVersion: 1, auditDate: '2025-03-01' },
};

describe('the register of discussions', () => {
  let db: ReadModelHarness;
  let discussions: Discussions;
  let beforeTheEnd: Date;
  const ann = (tenant = 'acme') => db.context({ tenant, actor: 'ann' });
  const ben = () => db.context({ actor: 'ben' });
  const thread = (asAt?: Date) => discussions.thread(db.context({ asAt }), 'audit-1', 'A1-01');

  beforeAll(async () => {
    db = await readModelHarness({ projections: [auditRegister, discussionRegister] });
    discussions = new Discussions(db.readStore);
    for (const tenant of ['acme', 'globex']) await db.append('assessment.audit', 'audit-1', [opened], { tenant });
    const ask = { place, commentId: 'q-1', kind: 'question', text: 'Is it so, @[ben]?' } as const;
    const say = { place, kind: 'comment' } as const;
    const { commands } = db;
    await commands.run(discussion, comment, new Comment(ann(), 'd-1', ask));
    await commands.run(discussion, comment, new Comment(ann('globex'), 'd-1', { ...ask, commentId: 'q-9' }));
    const yes = { ...say, commentId: 'c-1', answers: 'q-1', text: 'Yes.' };
    await commands.run(discussion, comment, new Comment(ben(), 'd-1', yes));
    await commands.run(discussion, comment, new Comment(ben(), 'd-1', { ...say, commentId: 'c-2', text: 'Oops' }));
    await commands.run(
      discussion,
      edit,
      new EditComment(ben(), 'd-1', { place, commentId: 'c-1', text: 'Since May.' }),
    );
    beforeTheEnd = new Date(db.context().now.getTime() - 1_000);
    const gone = { place, commentId: 'c-2', reason: 'Wrong action' };
    await commands.run(discussion, withdraw, new WithdrawComment(ben(), 'd-1', gone));
    await commands.run(
      discussion,
      resolve,
      new ResolveQuestion(ann(), 'd-1', { ...gone, commentId: 'q-1', resolved: true }),
    );
    await db.whenCaughtUp();
  });
  afterAll(() => db.close());

  it('tells what was said beside an action in the order said, with how it read before', async () => {
    const [question, answer, gone, ...more] = await thread();
    expect(more).toEqual([]);
    expect(question).toMatchObject({
      id: 'q-1',
      kind: 'question',
      author: 'ann',
      mentions: ['ben'],
      resolved: { by: 'ann' },
    });
    expect(answer).toMatchObject({ answers: 'q-1', author: 'ben', text: 'Since May.', earlier: [{ text: 'Yes.' }] });
    expect(gone).toMatchObject({ text: '', withdrawn: { because: 'Wrong action' } });
  });

  it('shows it as at before the question was settled', async () => {
    const [question, , comment] = await thread(beforeTheEnd);
    expect(question?.resolved).toBeNull();
    expect(comment).toMatchObject({ text: 'Oops', withdrawn: null });
    expect(await discussions.discussed(db.context({ asAt: beforeTheEnd }), 'audit-1')).toMatchObject([
      { actionId: 'A1-01', comments: 3, openQuestions: 1 },
    ]);
  });

  it('counts by action what is said and what is open, without what was withdrawn', async () => {
    expect(await discussions.discussed(db.context(), 'audit-1')).toEqual([
      { actionId: 'A1-01', comments: 2, openQuestions: 0, lastAt: expect.any(String) },
    ]);
  });

  it('knows no audit and no action that is not there', async () => {
    await expect(discussions.thread(db.context(), 'audit-2', 'A1-01')).rejects.toThrow('no audit');
    await expect(discussions.thread(db.context(), 'audit-1', 'Z9-99')).rejects.toThrow('no action');
    await expect(discussions.discussed(db.context(), 'audit-2')).rejects.toThrow('no audit');
  });

  it('gives the same rows when built anew', () => db.rebuildGivesSameRows());
});
