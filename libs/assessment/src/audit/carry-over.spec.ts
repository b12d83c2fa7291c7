import { answerAction, confirmAnswers } from './answering';
import { assign } from './assign';
import { audit } from './audit';
import { after, ann, auditId, ben, by, given, lead, openedAudit, opening, saying } from './audit.fixture';
import { earlierAudit } from './carry-over';
import { open, type EarlierAudit, type OpenAuditBody } from './open-audit';

const carried = (actionId: string, score: 0 | 1 | 2 | 3) => ({
  actionId,
  answer: { score, evidence: 'Charter', evidenceOn: '2024-02-01' },
  answeredBy: ben,
  answeredAt: '2024-03-01T09:00:00.000Z',
});
const earlier: EarlierAudit = {
  scope: { kind: 'programme' },
  title: 'First audit',
  auditDate: '2024-03-01',
  answers: [carried('A1-01', 2), carried('A1-02', 0)],
};
const based: OpenAuditBody = { ...opening, basedOn: 'audit-0', earlier };

describe('opening an audit from an earlier one', () => {
  it('records what it is based on, and carries the answers over with who gave them and when', () => {
    const [opened, carriedOver] = open(audit.initial, based);
    expect(opened!.data).toMatchObject({ basedOn: 'audit-0' });
    expect(carriedOver).toEqual({
      type: 'assessment.AnswersCarriedOver',
      data: { fromAuditId: 'audit-0', fromTitle: 'First audit', answers: earlier.answers },
    });
  });

  it('is refused from an audit of another scope, an unknown one, or one of a later day', () => {
    const north = { kind: 'division', divisionId: 'north' } as const;
    expect(() => open(audit.initial, { ...based, scope: north })).toThrow('audit of the same scope');
    const south = { ...earlier, scope: { ...north, divisionId: 'south' } };
    expect(() => open(audit.initial, { ...based, scope: north, earlier: south })).toThrow('audit of the same scope');
    expect(() => open(audit.initial, { ...based, earlier: undefined })).toThrow(
      'There is no audit with the id audit-0.',
    );
    expect(() => open(audit.initial, { ...based, auditDate: '2024-02-29' })).toThrow('describes a later day');
  });

  it('carries nothing over where it starts from nothing', () => {
    expect(open(audit.initial, opening)).toHaveLength(1);
  });
});

describe('what an earlier audit hands on', () => {
  const first = after(openedAudit, assign(openedAudit, { auditId, assessorIds: [ann] }));
  const answered = saying(first, 'A1-01', { score: 2, evidence: 'Charter' });

  it('is every answer that counted, with who gave it and when', () => {
    expect(earlierAudit(answered, 1)).toEqual({
      scope: { kind: 'programme' },
      title: 'Spring audit',
      auditDate: '2025-03-01',
      answers: [
        {
          actionId: 'A1-01',
          answer: { score: 2, evidence: 'Charter' },
          answeredBy: ann,
          answeredAt: '2025-03-10T12:00:00.000Z',
        },
      ],
    });
  });

  it('is told in the terms of a later catalogue', () => {
    expect(earlierAudit(answered, 2)!.answers).toMatchObject([{ actionId: 'A1-01', answer: { score: 2 } }]);
  });

  it('is not what was still unconfirmed there', () => {
    expect(earlierAudit(given(...open(audit.initial, based)), 1)!.answers).toEqual([]);
  });

  it('is nothing where there is no such audit', () => {
    expect(earlierAudit(audit.initial, 1)).toBeUndefined();
  });
});

const start = given(...open(audit.initial, based));
const waiting = after(start, assign(start, { auditId, assessorIds: [ann] }), lead);
const confirm = (state = waiting, actionIds = ['A1-01'], actor = ann) =>
  confirmAnswers(state, { auditId, actionIds }, by(actor));
const confirmed = after(waiting, confirm());

describe('confirming an answer carried over', () => {
  it('records that it still holds, and makes it an answer of this audit', () => {
    expect(confirm()).toEqual([
      {
        type: 'assessment.AnswerConfirmed',
        data: { actionId: 'A1-01', answer: carried('A1-01', 2).answer, carriedFrom: 'audit-0' },
        effectiveOn: '2024-02-01',
      },
    ]);
    expect(confirmed).toMatchObject({ given: { 'A1-01': { by: ann } }, carried: { 'A1-02': {} } });
    expect(confirmed).not.toHaveProperty('carried.A1-01');
  });

  it('may be done for several at once, each only once', () => {
    expect(confirm(waiting, ['A1-01', 'A1-02', 'A1-01']).map(({ data }) => data)).toMatchObject([
      { actionId: 'A1-01' },
      { actionId: 'A1-02' },
    ]);
  });

  it('is refused where nothing was carried over, and then for all that were named', () => {
    expect(() => confirm(waiting, ['A1-01', 'A1-03'])).toThrow('waits to be confirmed for the action A1-03');
  });

  it('is refused once the action was answered anew', () => {
    const anew = after(waiting, answerAction(waiting, { auditId, actionId: 'A1-01', answer: { score: 3 } }, by(ann)));
    expect(() => confirm(anew)).toThrow('A1-01');
  });

  it('is refused to whoever is not assigned, and for an action that the catalogue does not ask about', () => {
    expect(() => confirm(waiting, ['A1-01'], lead)).toThrow('Only an assessor assigned');
    expect(() => confirm(waiting, ['A1-99'])).toThrow('There is no action with the id A1-99.');
  });

  it('changes nothing when it was confirmed before', () => {
    expect(confirm(confirmed)).toEqual([]);
    expect(confirm(confirmed, ['A1-01', 'A1-02'])).toHaveLength(1);
  });
});

describe('answering where an answer was carried over', () => {
  const answer = (score: 0 | 1 | 2 | 3, state = waiting) =>
    answerAction(state, { auditId, actionId: 'A1-01', answer: { score } }, by(ann));

  it('needs no reason, and keeps what had been carried over beside the new answer', () => {
    expect(answer(3)).toEqual([
      {
        type: 'assessment.ActionAnswered',
        data: { actionId: 'A1-01', from: carried('A1-01', 2).answer, to: { score: 3 } },
      },
    ]);
    expect(after(waiting, answer(3))).not.toHaveProperty('carried.A1-01');
  });

  it('is a confirmation when the very same is said', () => {
    const same = { auditId, actionId: 'A1-01', answer: carried('A1-01', 2).answer };
    expect(answerAction(waiting, same, by(ann))[0]!.type).toBe('assessment.AnswerConfirmed');
  });

  it('needs a reason once it was confirmed: then it is an answer of this audit', () => {
    expect(() => answer(3, confirmed)).toThrow('reason: say why the answer changes.');
  });
});
