import type { Recorded, RequestContext } from '@mainstay/event-sourcing';
import { assignParts } from './assign';
import { type Audit, audit } from './audit';
import { auditDescriptions } from './audit.descriptions';
import { type AuditEvent, auditEvents } from './audit.events';
import { attachFile, type FileFacts, reviseFile, withdrawFile } from './evidence-file';
import { open } from './open-audit';

const [ann, ben] = ['person-ann', 'person-ben'];
const auditId = 'audit-1';
const actionId = 'A1-01';
const fileId = 'file-1';
const now = new Date('2025-03-10T12:00:00Z');
const by = (actor: string): RequestContext => ({ tenant: 'acme', actor, roles: ['assessor'], correlation: 'r', now });

const minutes: FileFacts = {
  name: 'minutes.pdf',
  mediaType: 'application/pdf',
  size: 1_200,
  sha256: 'a'.repeat(64),
  evidenceOn: '2025-02-20',
};
const signed: FileFacts = { ...minutes, name: 'minutes-signed.pdf', sha256: 'b'.repeat(64) };

const given = (...events: AuditEvent[]): Audit =>
  events.reduce(
    (state, event, index) =>
      audit.evolve(state, {
        ...event,
        tenant: 'acme',
        stream: 'assessment.audit-acme_audit-1',
        version: index + 1,
        recorded: now,
        metadata: { actor: ann },
      } as unknown as Recorded<AuditEvent>),
    audit.initial,
  );
const opening = { title: 'Audit', catalogueVersion: 1, auditDate: '2025-03-01', assessorIds: [] };
const opened = open(audit.initial, { ...opening, scope: { kind: 'division', divisionId: 'd-1' } });
const assigned = assignParts(given(...opened), {
  auditId,
  assignments: [
    { personId: ann, part: { kind: 'period', phase: 'A', period: 1 } },
    { personId: ben, part: { kind: 'period', phase: 'B', period: 1 } },
  ],
});
const before = [...opened, ...assigned];
const attach = (state: Audit, facts = minutes, actor = ann, id = fileId) =>
  attachFile(state, { auditId, actionId, fileId: id, ...facts }, by(actor));
const attached = [...before, ...attach(given(...before))];
const revise = (state: Audit, facts = signed, reason = 'The signed version', actor = ann) =>
  reviseFile(state, { auditId, actionId, fileId, ...facts, reason }, by(actor));
const withdraw = (state: Audit, reason = 'Wrong customer', actor = ann) =>
  withdrawFile(state, { auditId, actionId, fileId, reason }, by(actor));
const withdrawn = [...attached, ...withdraw(given(...attached))];
const signedOff: AuditEvent = {
  type: 'assessment.AuditSignedOff',
  data: {
    pinned: 3,
    digest: 'd',
    score: 0,
    maximum: 387,
    answered: 0,
    notRelevant: 0,
    ownAnswers: 0,
    unanswered: 129,
    acceptedHints: [],
  },
};

const named = (change: object) => attach(given(...before), { ...minutes, ...change });

describe('attaching a file to an action', () => {
  it('records name, type, size and SHA-256 as its first revision, dated by what it shows', () => {
    expect(attach(given(...before))).toEqual([
      {
        type: 'assessment.EvidenceFileAttached',
        data: { divisionId: 'd-1', actionId, fileId, revision: 1, ...minutes },
        effectiveOn: '2025-02-20',
      },
    ]);
  });

  it('gives nothing where this file is attached already', () => {
    expect(attach(given(...attached))).toEqual([]);
  });

  it('is refused for the very bytes that lie beside the action, under whatever name', () => {
    expect(() => attach(given(...attached), { ...minutes, name: 'copy.pdf' }, ann, 'file-2')).toThrow(
      'file: this very file is attached to the action already.',
    );
    expect(attach(given(...withdrawn), minutes, ann, 'file-2')).toHaveLength(1);
  });

  it('is refused to whoever is not assigned to the part of the action', () => {
    expect(() => attach(given(...before), minutes, ben)).toThrow('assigned to its part');
    expect(() => attach(given(...before), minutes, 'somebody')).toThrow('assigned to this audit');
  });

  it('is refused once the audit is signed off', () => {
    expect(() => attach(given(...before, signedOff))).toThrow('signed off');
    expect(() => revise(given(...attached, signedOff))).toThrow('signed off');
    expect(() => withdraw(given(...attached, signedOff))).toThrow('signed off');
  });

  it('is refused for an action that the catalogue does not have', () => {
    expect(() => attachFile(given(...before), { auditId, actionId: 'Z9-99', fileId, ...minutes }, by(ann))).toThrow(
      'There is no action',
    );
    expect(() => attachFile(audit.initial, { auditId, actionId, fileId, ...minutes }, by(ann))).toThrow('no audit');
  });

  it('is refused for a date that nobody on earth has reached', () => {
    expect(named({ evidenceOn: '2025-03-11' })).toHaveLength(1);
    expect(() => named({ evidenceOn: '2025-03-12' })).toThrow('dated in the future');
  });

  it('is refused beyond twenty files on one action', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => ({ ...minutes, sha256: String(index).padStart(64, '0') }));
    const events = twenty.reduce(
      (events, facts, index) => [...events, ...attach(given(...events), facts, ann, `file-${index}`)],
      before,
    );
    expect(() => attach(given(...events), signed, ann, 'file-21')).toThrow('at most 20 files');
  });
});

describe('replacing a file', () => {
  it('records what it was, what it is now, and why', () => {
    expect(revise(given(...attached))).toEqual([
      {
        type: 'assessment.EvidenceFileRevised',
        data: {
          divisionId: 'd-1',
          actionId,
          fileId,
          from: { revision: 1, ...minutes },
          to: { revision: 2, ...signed },
          reason: 'The signed version',
        },
        effectiveOn: '2025-02-20',
      },
    ]);
  });

  it('needs a reason', () => {
    expect(() => revise(given(...attached), signed, ' ')).toThrow('reason: say why the file is replaced.');
  });

  it('gives nothing for the same file again', () => {
    expect(revise(given(...attached), minutes)).toEqual([]);
  });

  it('is refused once it was withdrawn, and for a file that is not beside the action', () => {
    expect(() => revise(given(...withdrawn))).toThrow('it was withdrawn');
    expect(() => revise(given(...before))).toThrow('There is no file');
    expect(() =>
      reviseFile(given(...attached), { auditId, actionId: 'A1-02', fileId, ...signed, reason: 'x' }, by(ann)),
    ).toThrow('There is no file');
  });
});

describe('withdrawing a file', () => {
  it('records which revision stood, and why it counts no more', () => {
    expect(withdraw(given(...attached))).toEqual([
      {
        type: 'assessment.EvidenceFileWithdrawn',
        data: { divisionId: 'd-1', actionId, fileId, from: { revision: 1, ...minutes }, reason: 'Wrong customer' },
      },
    ]);
  });

  it('needs a reason', () => {
    expect(() => withdraw(given(...attached), '')).toThrow('reason: say why the file is withdrawn.');
  });

  it('gives nothing the second time', () => {
    expect(withdraw(given(...withdrawn))).toEqual([]);
  });
});

it('every step is told in the history with before, after and why', () => {
  const events = [...attached, ...revise(given(...attached)), ...withdraw(given(...attached))].slice(before.length);
  const told = events.map((event) => {
    expect(auditEvents[event.type].schema.safeParse(event.data).success).toBe(true);
    const describe = auditDescriptions[event.type] as (event: Recorded<AuditEvent>) => unknown;
    return describe({ ...event, tenant: 'acme', stream: 'assessment.audit-acme_audit-1' } as Recorded<AuditEvent>);
  });
  const about = { kind: 'audit-file', subject: { type: 'audit', id: auditId }, divisionId: 'd-1', detail: actionId };
  const first = { revision: 1, ...minutes };
  expect(told).toEqual([
    { ...about, before: null, after: first },
    { ...about, before: first, after: { revision: 2, ...signed }, why: 'The signed version' },
    { ...about, before: first, after: null, why: 'Wrong customer' },
  ]);
});
