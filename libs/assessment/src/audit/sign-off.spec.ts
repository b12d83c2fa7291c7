import { answerAction, confirmAnswers } from './answering';
import { audit } from './audit';
import { after, ann, assigned, auditId, by, given, lead, opened, saying } from './audit.fixture';
import { reopen, signOff } from './sign-off';
import { body, complete, signedOff } from './sign-off.fixture';

describe('signing an audit off', () => {
  it('pins version, digest, score and counts of exactly the answers given', () => {
    expect(signOff(complete, { ...body, note: ' Agreed in the steering group ' }, by(lead))).toEqual([
      {
        type: 'assessment.AuditSignedOff',
        data: {
          divisionId: undefined,
          pinned: 131,
          digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
          score: 258,
          maximum: 387,
          answered: 129,
          notRelevant: 0,
          unanswered: 0,
          ownAnswers: 0,
          unansweredBecause: undefined,
          note: 'Agreed in the steering group',
          acceptedHints: [],
        },
      },
    ]);
  });

  it('says how many of the answers are those of whoever signs', () => {
    expect(signOff(complete, body, by(ann))[0]!.data).toMatchObject({ ownAnswers: 129 });
  });

  it('is refused for an audit that was never opened, and where nothing is answered', () => {
    expect(() => signOff(audit.initial, body, by(lead))).toThrow('There is no audit');
    expect(() => signOff(assigned, body, by(lead))).toThrow('Nothing has been answered');
  });

  it('is refused while an answer carried over is neither confirmed nor changed', () => {
    const carried = {
      actionId: 'A1-01',
      answer: { score: 2 },
      answeredBy: ann,
      answeredAt: '2024-03-01T09:00:00Z',
    } as const;
    const waiting = given(...opened, {
      type: 'assessment.AnswersCarriedOver',
      data: { fromAuditId: 'audit-0', answers: [carried] },
    });
    expect(() => signOff(waiting, body, by(lead))).toThrow(
      '1 answer is carried over and neither confirmed nor changed',
    );
  });

  it('accepts unanswered actions only with the reason for it', () => {
    const some = saying(assigned, 'A1-01', { score: 1 });
    expect(() => signOff(some, body, by(lead))).toThrow('unansweredBecause: 128 of 129 actions are unanswered');
    expect(() => signOff(some, { ...body, unansweredBecause: '  ' }, by(lead))).toThrow('unansweredBecause');
    const because = { ...body, unansweredBecause: 'Phases B to D are next year' };
    expect(signOff(some, because, by(lead))[0]!.data).toMatchObject({
      unanswered: 128,
      unansweredBecause: 'Phases B to D are next year',
    });
  });

  it('accepts each hint only by name, and keeps which were accepted', () => {
    const hinted = saying(complete, 'D3-01', { score: 3 });
    expect(() => signOff(hinted, body, by(lead))).toThrow('acceptedHints: 1 of 1 hints have not been accepted');
    const [event] = signOff(hinted, { ...body, acceptedHints: ['complete-without-evidence:D3-01'] }, by(lead));
    expect(event!.data).toMatchObject({
      acceptedHints: [{ kind: 'complete-without-evidence', actionIds: ['D3-01'] }],
    });
  });

  it('does not keep hints that no longer stand', () => {
    const accepted = { ...body, acceptedHints: ['complete-without-evidence:A1-01'] };
    expect(signOff(complete, accepted, by(lead))[0]!.data).toMatchObject({ acceptedHints: [] });
  });

  it('changes nothing when the audit is signed off already', () => {
    expect(signOff(signedOff, body, by(lead))).toEqual([]);
  });
});

describe('an audit that is signed off', () => {
  it('takes no answer, no correction and no confirmation', () => {
    const change = { auditId, actionId: 'A1-01', answer: { score: 3 }, reason: 'Seen in use' } as const;
    expect(() => answerAction(signedOff, change, by(ann))).toThrow('This audit is signed off');
    expect(() => confirmAnswers(signedOff, { auditId, actionIds: ['A1-01'] }, by(ann))).toThrow('signed off');
  });

  it('takes answers again once it is reopened, and a new sign-off that pins another version', () => {
    const reopened = after(signedOff, reopen(signedOff, { auditId, reason: 'An interview was missed' }), lead);
    const changed = saying(reopened, 'A1-01', { score: 1, evidence: 'Interview' });
    const [again] = signOff(changed, body, by(lead));
    expect(again!.data).toMatchObject({ pinned: 134, score: 257 });
    expect(again!.data).not.toMatchObject({ digest: signedOff.kind === 'open' && signedOff.signedOff!.digest });
  });

  it('has the same digest again when everything is said as before', () => {
    const reopened = after(signedOff, reopen(signedOff, { auditId, reason: 'To be looked at again' }), lead);
    const there = saying(reopened, 'A1-01', { score: 1, evidence: 'Interview' });
    const back = saying(there, 'A1-01', { score: 2, evidence: 'Minutes' });
    const digest = signedOff.kind === 'open' && signedOff.signedOff!.digest;
    expect(signOff(back, body, by(lead))[0]!.data).toMatchObject({ pinned: 135, digest });
  });
});

describe('reopening an audit', () => {
  it('records what no longer holds, and why', () => {
    const pinned = signedOff.kind === 'open' ? signedOff.signedOff! : undefined;
    expect(reopen(signedOff, { auditId, reason: ' A file was missed ' })).toEqual([
      { type: 'assessment.AuditReopened', data: { divisionId: undefined, ...pinned, reason: 'A file was missed' } },
    ]);
  });

  it('is refused without a reason, and for an audit that was never opened', () => {
    expect(() => reopen(signedOff, { auditId, reason: ' ' })).toThrow('reason: say why the audit is reopened.');
    expect(() => reopen(audit.initial, { auditId, reason: 'Why' })).toThrow('There is no audit');
  });

  it('changes nothing where the audit is not signed off', () => {
    expect(reopen(complete, { auditId })).toEqual([]);
  });
});
