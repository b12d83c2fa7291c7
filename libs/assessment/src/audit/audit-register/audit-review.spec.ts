import { readModelHarness, type ReadModelHarness } from '@mainstay/testing';
import { evidenceRegister } from '../../evidence/evidence-register.projection';
import { assignParts } from '../assign';
import type { Assignment } from '../assignment';
import { audit } from '../audit';
import { answerAction, confirmAnswers } from '../answering';
import {
  AnswerAction,
  AssignParts,
  AttachFile,
  ConfirmAnswers,
  OpenAudit,
  ReopenAudit,
  SignAuditOff,
} from '../audit.commands';
import type { Answer } from '../answer';
import { earlierAudit } from '../carry-over';
import { attachFile } from '../evidence-file';
import { open, type OpenAuditBody } from '../open-audit';
import { reopen, signOff } from '../sign-off';
import { auditPage } from './audit-list';
import { auditRegister } from './audit-register.projection';
import { AuditRegister } from './audit-register.queries';
import { AuditReview } from './audit-review.queries';

const ann = 'person-ann';
const awareness: Assignment = { personId: ann, part: { kind: 'period', phase: 'A', period: 1 }, dueOn: '2026-01-04' };
const processes: Assignment = { personId: 'person-ben', part: { kind: 'stream', stream: 'processes' } };
const opening: OpenAuditBody = {
  scope: { kind: 'programme' },
  title: 'Earlier audit',
  catalogueVersion: 2,
  auditDate: '2025-03-01',
  programmeStartedOn: '2024-09-01',
  assignments: [awareness, processes],
};

describe('an audit from its assignment to its sign-off, as it is read', () => {
  let harness: ReadModelHarness;
  let register: AuditRegister;
  let review: AuditReview;
  let signedAt: Date;

  const say = (auditId: string, actionId: string, answer: Answer, reason?: string) =>
    harness.commands.run(
      audit,
      answerAction,
      new AnswerAction(harness.context({ actor: ann }), auditId, { auditId, actionId, answer, reason }),
    );
  const sign = async (auditId: string, acceptedHints: readonly string[]) => {
    const context = harness.context({ actor: 'person-lead' });
    const body = { auditId, evidenceFrom: '2024-09-01', acceptedHints, unansweredBecause: 'Next year' };
    await harness.commands.run(audit, signOff, new SignAuditOff(context, auditId, body));
    await harness.whenCaughtUp();
  };
  const hintIds = async (auditId: string) => (await review.hints(harness.context(), auditId)).hints.map(({ id }) => id);

  beforeAll(async () => {
    harness = await readModelHarness({ projections: [auditRegister, evidenceRegister] });
    register = new AuditRegister(harness.readStore);
    review = new AuditReview(register, harness.readStore);
    await harness.commands.run(audit, open, new OpenAudit(harness.context(), 'a-1', opening));
    await say('a-1', 'A1-01', { score: 3, confidence: 'high', links: [{ url: 'https://intranet.example/charter' }] });
    await say('a-1', 'A1-02', { score: 0 });
    await say('a-1', 'A1-03', { score: 3 });
    await harness.whenCaughtUp();
  });
  afterAll(() => harness.close());

  it('keeps parts, persons and due dates, and everyone assigned', async () => {
    expect(await register.audit(harness.context(), 'a-1')).toMatchObject({
      assignments: [awareness, processes],
      assessorIds: [ann, 'person-ben'],
      basedOn: null,
      signedOff: null,
    });
  });

  it('keeps confidence and links of an answer', async () => {
    const { answers } = await register.audit(harness.context(), 'a-1');
    expect(answers[0]!.answer).toEqual({
      score: 3,
      confidence: 'high',
      links: [{ url: 'https://intranet.example/charter' }],
    });
  });

  it('tells how far each assessor is, what is overdue and what nobody is assigned to', async () => {
    const { parts, gaps } = await review.progress(harness.context(), 'a-1');
    expect(parts[0]).toEqual({
      ...awareness,
      actions: 7,
      settled: 3,
      own: 3,
      unconfirmed: 0,
      unanswered: 4,
      overdue: true,
    });
    expect(parts[1]).toMatchObject({ ...processes, settled: 0, overdue: false });
    expect(gaps).not.toContain('A1-01');
    expect(gaps).toContain('A2-01');
    const before = { asAt: new Date('2026-01-04T20:00:00Z') };
    await expect(review.progress(harness.context(before), 'a-1')).rejects.toThrow('There is no audit');
  });

  it('gives the hints that the sign-off asks to accept', async () => {
    expect(await review.hints(harness.context(), 'a-1')).toEqual({
      evidenceFrom: '2024-09-01',
      hints: [{ id: 'complete-without-evidence:A1-03', kind: 'complete-without-evidence', actionIds: ['A1-03'] }],
    });
    await expect(sign('a-1', [])).rejects.toThrow('1 of 1 hints have not been accepted');
  });

  it('counts a file as evidence, and withdraws the hint', async () => {
    const file = {
      fileId: 'f-1',
      name: 'charter.pdf',
      mediaType: 'application/pdf',
      size: 10,
      sha256: 'ab'.repeat(32),
    };
    const body = { auditId: 'a-1', actionId: 'A1-03', ...file };
    const context = harness.context({ actor: ann });
    const { version } = await harness.commands.run(audit, attachFile, new AttachFile(context, 'a-1', body));
    await harness.whenCaughtUp();
    expect(await hintIds('a-1')).toEqual([]);
    expect((await register.audit(harness.context(), 'a-1')).version).toBe(version);
  });

  it('shows who signed, when, what was pinned, and that the answers are still the very ones', async () => {
    await sign('a-1', []);
    const { signedOff, status } = await register.audit(harness.context(), 'a-1');
    expect(status).toBe('signed-off');
    const { items, digest } = await review.signOffs(harness.context(), 'a-1');
    expect(items).toMatchObject([
      {
        pinned: 6,
        unchanged: true,
        score: 6,
        maximum: 387,
        answered: 3,
        unanswered: 126,
        ownAnswers: 0,
        reopened: null,
      },
    ]);
    expect(signedOff).toMatchObject({ by: 'person-lead', pinned: 6, digest });
    expect(items[0]!.digest).toBe(digest);
    signedAt = new Date(items[0]!.signedOffAt);
    const signed = await register.page(harness.context(), auditPage.parse({ status: 'signed-off' }));
    expect(signed.items.map(({ id }) => id)).toEqual(['a-1']);
  });

  it('keeps a sign-off that was reopened, and says that the answers are others by now', async () => {
    const context = harness.context({ actor: 'person-lead' });
    const body = { auditId: 'a-1', reason: 'An interview was missed' };
    await harness.commands.run(audit, reopen, new ReopenAudit(context, 'a-1', body));
    await say('a-1', 'A1-02', { score: 1 }, 'Interview of June');
    await harness.whenCaughtUp();
    expect(await register.audit(harness.context(), 'a-1')).toMatchObject({ status: 'under-way', signedOff: null });
    expect((await review.signOffs(harness.context(), 'a-1')).items).toMatchObject([
      { unchanged: false, reopened: { by: 'person-lead', because: 'An interview was missed' } },
    ]);
  });

  it('reads the answers as they were signed, as at the moment of the sign-off', async () => {
    const asSigned = harness.context({ asAt: signedAt });
    expect(await register.audit(asSigned, 'a-1')).toMatchObject({ status: 'signed-off', score: 6, version: 7 });
    expect((await review.signOffs(asSigned, 'a-1')).items).toMatchObject([{ unchanged: true, reopened: null }]);
  });

  it('shows carried answers as unconfirmed, with who gave them, and counts nothing of them', async () => {
    const before = await register.audit(harness.context(), 'a-1');
    const body = { ...opening, title: 'Later audit', auditDate: '2026-03-01', basedOn: 'a-1' };
    const later = { ...body, earlier: earlierAudit(await harness.commands.state(audit, 'acme', 'a-1'), 2) };
    await harness.commands.run(audit, open, new OpenAudit(harness.context(), 'a-2', later));
    await harness.whenCaughtUp();
    const carried = await register.audit(harness.context(), 'a-2');
    expect(carried).toMatchObject({
      basedOn: 'a-1',
      status: 'not-started',
      score: 0,
      progress: { answered: 0, notRelevant: 0, unconfirmed: 3, unanswered: 126 },
    });
    expect(carried.answers[0]).toEqual({ ...before.answers[0], confirmed: false, carriedFrom: 'a-1', asCarried: true });
    expect((await review.progress(harness.context(), 'a-2')).parts[0]).toMatchObject({ settled: 0, unconfirmed: 3 });
  });

  it('counts what is confirmed, and what is changed, once', async () => {
    const context = harness.context({ actor: ann });
    const body = { auditId: 'a-2', actionIds: ['A1-01'] };
    await harness.commands.run(audit, confirmAnswers, new ConfirmAnswers(context, 'a-2', body));
    await say('a-2', 'A1-02', { score: 2 });
    await harness.whenCaughtUp();
    const { answers, ...facts } = await register.audit(harness.context(), 'a-2');
    expect(facts).toMatchObject({ score: 5, progress: { answered: 2, unconfirmed: 1, unanswered: 126 } });
    expect(answers).toMatchObject([
      { actionId: 'A1-01', confirmed: true, carriedFrom: 'a-1', answeredBy: ann, answer: { confidence: 'high' } },
      { actionId: 'A1-02', confirmed: true, carriedFrom: 'a-1', answer: { score: 2 }, corrections: 0, reason: null },
      { actionId: 'A1-03', confirmed: false },
    ]);
  });

  it('starts the period of the audit with the one before it', async () => {
    expect((await review.hints(harness.context(), 'a-2')).evidenceFrom).toBe('2025-03-01');
  });

  it('keeps who is assigned to what now', async () => {
    const body = { auditId: 'a-2', assignments: [processes] };
    await harness.commands.run(audit, assignParts, new AssignParts(harness.context(), 'a-2', body));
    await harness.whenCaughtUp();
    expect(await register.audit(harness.context(), 'a-2')).toMatchObject({
      assignments: [processes],
      assessorIds: ['person-ben'],
    });
  });

  it('is the same after a rebuild, history included', () => harness.rebuildGivesSameRows());
});
