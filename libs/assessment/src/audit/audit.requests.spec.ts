import { answerOf, answerRequest, openAuditRequest } from './audit.requests';

const rules = (body: unknown) =>
  answerRequest.safeParse(body).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('the body of an answer', () => {
  it.each([0, 1, 2, 3])('may be the score %i', (score) => {
    expect(answerOf(answerRequest.parse({ score }))).toEqual({ score });
  });

  it.each([4, -1, 1.5, '3', null, true])('may not be the score %p', (score) => {
    expect(rules({ score })).toContain('score: must be 0, 1, 2 or 3');
  });

  it('may be not relevant, because', () => {
    expect(
      answerOf(answerRequest.parse({ notRelevant: true, because: ' One country. ', evidenceOn: '2025-01-31' })),
    ).toEqual({
      notRelevant: true,
      because: 'One country.',
      evidenceOn: '2025-01-31',
    });
  });

  it('is either a score or not relevant: never both, never neither', () => {
    expect(rules({ score: 0, notRelevant: true, because: 'x' })).toBeDefined();
    expect(rules({ evidence: 'A document' })).toEqual(['score: say either a score from 0 to 3 or notRelevant: true']);
    expect(rules({ notRelevant: false })).toBeDefined();
    expect(rules({ score: 2, notRelevant: false })).toBeUndefined();
  });

  it('gives a because only with not relevant', () => {
    expect(rules({ score: 2, because: 'x' })).toEqual(['because: goes only with notRelevant: true']);
  });

  it('takes blank words as left out, so that saving an empty field twice changes nothing', () => {
    expect(answerOf(answerRequest.parse({ score: 1, evidence: '  ' }))).toEqual({ score: 1 });
  });

  it('refuses a date that does not exist and members it does not know', () => {
    expect(rules({ score: 1, evidenceOn: '2025-02-30' })).toBeDefined();
    expect(rules({ score: 1, weight: 2 })).toBeDefined();
  });
});

describe('the body of a new audit', () => {
  const least = { scope: { kind: 'programme' }, title: 'Audit', auditDate: '2025-03-01' };

  it('needs scope, title and date; the catalogue is the present one and nobody is assigned yet', () => {
    expect(openAuditRequest.parse(least)).toEqual({ ...least, catalogueVersion: 2, assessorIds: [], assignments: [] });
  });

  it('names the division of a division audit', () => {
    expect(openAuditRequest.safeParse({ ...least, scope: { kind: 'division' } }).success).toBe(false);
    expect(openAuditRequest.safeParse({ ...least, scope: { kind: 'programme', divisionId: 'north' } }).success).toBe(
      false,
    );
  });

  it('is refused without a title', () => {
    expect(openAuditRequest.safeParse({ ...least, title: '  ' }).success).toBe(false);
  });
});
