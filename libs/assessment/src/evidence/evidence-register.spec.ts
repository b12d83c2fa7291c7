import { NotFound } from '@mainstay/event-sourcing';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { auditRegister } from '../audit/audit-register/audit-register.projection';
import { evidenceRegister } from './evidence-register.projection';
import { EvidenceRegister } from './evidence-register.queries';

const opened = {
  type: 'assessment.AuditOpened',
  data: { scope: { kind: 'programme' }, title: 'Audit', catalogueVersion: 1, auditDate: '2025-03-01' },
};
const facts = (revision: number, name: string) => ({
  revision,
  name,
  mediaType: 'text/plain',
  size: 10 * revision,
  sha256: String(revision).repeat(64),
});
const attached = (fileId: string, actionId = 'A1-01') => ({
  type: 'assessment.EvidenceFileAttached',
  data: { actionId, fileId, ...facts(1, 'minutes.txt'), evidenceOn: '2025-02-20' },
});
const revised = {
  type: 'assessment.EvidenceFileRevised',
  data: {
    actionId: 'A1-01',
    fileId: 'f-1',
    from: facts(1, 'minutes.txt'),
    to: facts(2, 'signed.txt'),
    reason: 'Signed',
  },
};
const withdrawn = {
  type: 'assessment.EvidenceFileWithdrawn',
  data: { actionId: 'A1-01', fileId: 'f-1', from: facts(2, 'signed.txt'), reason: 'Of another customer' },
};

describe('the register of evidence files', () => {
  let db: ReadModelHarness;
  let register: EvidenceRegister;
  const list = async (asAt?: Date) => register.ofAudit(db.context({ asAt }), 'audit-1');
  const append = (event: { type: string; data: unknown }, tenant = 'acme') =>
    db.append('assessment.audit', 'audit-1', [event], { tenant });

  beforeAll(async () => {
    db = await readModelHarness({ projections: [auditRegister, evidenceRegister] });
    register = new EvidenceRegister(db.readStore);
    await append(opened);
    await append(opened, 'globex');
    await append(attached('f-2', 'A1-02'));
    await append(attached('f-1'));
    await append(attached('f-9'), 'globex');
    await db.whenCaughtUp();
  });
  afterAll(() => db.close());

  it('shows the files of an audit by action, with the date of the evidence and the moment it was recorded', async () => {
    const [first, second, ...more] = await list();
    expect(more).toEqual([]);
    expect(second).toMatchObject({ fileId: 'f-2', actionId: 'A1-02' });
    expect(first).toEqual({
      fileId: 'f-1',
      actionId: 'A1-01',
      revisions: [
        {
          ...facts(1, 'minutes.txt'),
          evidenceOn: '2025-02-20',
          addedBy: 'person-1',
          addedAt: expect.stringMatching(/^2026-01-05T09:0\dZ?/),
          reason: null,
        },
      ],
      withdrawn: null,
    });
  });

  it('keeps every revision and what was withdrawn, and shows each state as at its time', async () => {
    const before = (await append(revised)).recorded;
    const after = (await append(withdrawn)).recorded;
    await db.whenCaughtUp();
    const [file] = await list();
    expect(file?.revisions.map(({ name, reason }) => [name, reason])).toEqual([
      ['minutes.txt', null],
      ['signed.txt', 'Signed'],
    ]);
    expect(file?.withdrawn).toEqual({ by: 'person-1', at: after.toISOString(), because: 'Of another customer' });
    expect((await list(before))[0]).toMatchObject({ withdrawn: null, revisions: [{}, { revision: 2 }] });
  });

  it('finds one revision, and none of another audit, another number or another tenant', async () => {
    const find = (auditId: string, fileId: string, revision: string) =>
      register.revision(db.context(), auditId, fileId, revision);
    expect(await find('audit-1', 'f-1', '2')).toMatchObject({ name: 'signed.txt', sha256: '2'.repeat(64) });
    await expect(find('audit-2', 'f-1', '1')).rejects.toThrow(NotFound);
    await expect(find('audit-1', 'f-1', '3')).rejects.toThrow(NotFound);
    await expect(find('audit-1', 'f-9', '1')).rejects.toThrow(NotFound);
  });

  it('knows nothing of an audit that was never opened', async () => {
    await expect(register.ofAudit(db.context(), 'audit-2')).rejects.toThrow('There is no audit');
  });

  it('gives the same rows when built anew', () => db.rebuildGivesSameRows());
});
