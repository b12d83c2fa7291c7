import { catalogueOf } from '../catalogue/catalogue';
import { phaseAuditOf } from '../catalogue/phase-audit';
import type { Answer } from './answer';
import { evidencePeriodOf, HASTY, hintsOf, type Reviewed } from './hints';

const catalogue = phaseAuditOf(2);
const ids = catalogue.actions.map(({ id }) => id);
const shown = { evidence: 'Minutes' };

/** Answers an hour apart, unless `apart` says how many seconds. */
const answers = (said: Readonly<Record<string, Answer>>, apart = 3_600, by = 'ann'): Reviewed['given'] =>
  Object.fromEntries(
    Object.entries(said).map(([id, answer], index) => [
      id,
      { answer, by, at: new Date(Date.UTC(2025, 2, 10, 9) + index * apart * 1000).toISOString() },
    ]),
  );
const hints = (said: Readonly<Record<string, Answer>>, change: Partial<Reviewed> = {}) =>
  hintsOf({ catalogue, given: answers(said), files: [], evidenceFrom: '2024-03-01', ...change });
const ones = (n: number) => Object.fromEntries(ids.slice(0, n).map((id) => [id, { score: 1 } as const]));

describe('a hint that something is complete without evidence', () => {
  it('names the action scored 3 with neither words, link nor file', () => {
    expect(hints({ 'A1-01': { score: 3 } })).toEqual([{ kind: 'complete-without-evidence', actionIds: ['A1-01'] }]);
  });

  it('is not given where words, a link or a file show it', () => {
    expect(hints({ 'A1-01': { score: 3, ...shown } })).toEqual([]);
    expect(hints({ 'A1-01': { score: 3, links: [{ url: 'https://intranet.example/charter' }] } })).toEqual([]);
    expect(hints({ 'A1-01': { score: 3 } }, { files: [{ actionId: 'A1-01', sha256: 'ab' }] })).toEqual([]);
    expect(hints({ 'A1-01': { score: 3 } }, { files: [{ actionId: 'A1-02', sha256: 'ab' }] })).toHaveLength(1);
  });

  it('is not given for less than complete, nor for what is not relevant', () => {
    expect(hints({ 'A1-01': { score: 2 }, 'A1-02': { notRelevant: true, because: 'One country' } })).toEqual([]);
  });
});

describe('a hint that evidence is too old', () => {
  it('names the action whose evidence is dated before the period of the audit', () => {
    expect(hints({ 'A1-01': { score: 1, ...shown, evidenceOn: '2024-02-29' } })).toEqual([
      { kind: 'evidence-too-old', actionIds: ['A1-01'] },
    ]);
  });

  it('is not given on the first day of the period, nor for evidence without a date', () => {
    expect(
      hints({ 'A1-01': { score: 1, ...shown, evidenceOn: '2024-03-01' }, 'A1-02': { score: 1, ...shown } }),
    ).toEqual([]);
  });

  it('goes by the newest of what is shown, files included', () => {
    const old = { 'A1-01': { score: 1, ...shown, evidenceOn: '2023-06-01' } } as const;
    const file = { actionId: 'A1-01', sha256: 'ab' };
    expect(hints(old, { files: [{ ...file, evidenceOn: '2024-06-01' }] })).toEqual([]);
    expect(hints(old, { files: [{ ...file, evidenceOn: '2023-07-01' }] })).toHaveLength(1);
  });
});

describe('a hint about what was confirmed on old evidence', () => {
  const old = { score: 2, ...shown, evidenceOn: '2023-06-01' } as const;
  const given = answers({ 'A1-01': old, 'A1-02': old, 'A1-03': old });
  const confirmed = ({ 'A1-01': one, 'A1-02': other, ...rest }: Reviewed['given']): Reviewed['given'] => ({
    ...rest,
    'A1-01': { ...one!, confirmedFrom: 'a-0' },
    'A1-02': { ...other!, confirmedFrom: 'a-0' },
  });

  it('is one for all of them, beside those judged anew on such evidence', () => {
    expect(hints({}, { given: confirmed(given) })).toEqual([
      { kind: 'evidence-too-old', actionIds: ['A1-03'] },
      { kind: 'confirmed-on-old-evidence', actionIds: ['A1-01', 'A1-02'] },
    ]);
  });

  it('is not given where a newer file shows it still', () => {
    const files = ['A1-01', 'A1-02'].map((actionId) => ({ actionId, sha256: 'ab', evidenceOn: '2024-06-01' }));
    const { 'A1-03': _, ...some } = confirmed(given);
    expect(hints({}, { given: some, files })).toEqual([]);
  });
});

describe('the period that an audit is about', () => {
  const audit = { auditDate: '2025-03-01', programmeStartedOn: '2023-01-15' };

  it('begins with the audit of the scope before it', () => {
    const others = [
      { auditDate: '2023-06-01' },
      { auditDate: '2024-03-01' },
      { auditDate: '2025-03-01' },
      { auditDate: '2026-03-01' },
    ];
    expect(evidencePeriodOf(audit, others)).toBe('2024-03-01');
  });

  it('begins with the programme for the first audit', () => {
    expect(evidencePeriodOf(audit, [{ auditDate: '2025-03-01' }])).toBe('2023-01-15');
  });

  it('begins a year before the audit where nothing else is known', () => {
    expect(evidencePeriodOf({ ...audit, programmeStartedOn: null }, [])).toBe('2024-03-01');
    expect(evidencePeriodOf({ ...audit, auditDate: '2024-02-29', programmeStartedOn: null }, [])).toBe('2023-02-28');
  });
});

describe('a hint that answers contradict each other', () => {
  const later = catalogue.actions.find(({ buildsOn = [] }) => buildsOn.length > 0)!;
  const [foundation, ...others] = later.buildsOn!;
  const rest = Object.fromEntries(others.map((id) => [id, { score: 2 } as const]));

  it('names the complete action and what it builds on that is 0', () => {
    expect(hints({ ...rest, [later.id]: { score: 3, ...shown }, [foundation!]: { score: 0 } })).toEqual([
      { kind: 'contradiction', actionIds: [later.id, foundation] },
    ]);
  });

  it('is given too where nobody has said anything about what it builds on', () => {
    expect(hints({ ...rest, [later.id]: { score: 3, ...shown } })).toEqual([
      { kind: 'contradiction', actionIds: [later.id, foundation] },
    ]);
  });

  it('is not given once the foundation is begun or not relevant, nor where the later action is not complete', () => {
    expect(hints({ ...rest, [later.id]: { score: 3, ...shown }, [foundation!]: { score: 1 } })).toEqual([]);
    const notRelevant = { notRelevant: true, because: 'One country' } as const;
    expect(hints({ ...rest, [later.id]: { score: 3, ...shown }, [foundation!]: notRelevant })).toEqual([]);
    expect(hints({ ...rest, [later.id]: { score: 2 }, [foundation!]: { score: 0 } })).toEqual([]);
  });

  it('is never given under a catalogue that does not say what builds on what', () => {
    const { version, structure } = catalogue;
    const actions = catalogue.actions.map(({ buildsOn: _left, ...action }) => action);
    const silent = catalogueOf({ version, actions }, structure);
    expect(hints({ [later.id]: { score: 3, ...shown } }, { catalogue: silent })).toEqual([]);
  });
});

describe('a hint that answers were given in haste', () => {
  it('is given when everything was answered within one minute', () => {
    const given = answers(ones(3), 30);
    expect(hints({}, { given })).toEqual([{ kind: 'answered-in-haste', actionIds: ids.slice(0, 3) }]);
  });

  it(`names the assessor who gave more than ${HASTY} answers within a minute, and which`, () => {
    const quick = answers(ones(HASTY + 1), 2);
    const slow = answers({ 'D3-01': { score: 1 }, 'D3-02': { score: 1 } }, 3_600, 'ben');
    expect(hints({}, { given: { ...quick, ...slow } })).toEqual([
      { kind: 'answered-in-haste', actionIds: ids.slice(0, HASTY + 1), personId: 'ann' },
    ]);
  });

  it('is not given for a steady hand, nor when several assessors together are quick', () => {
    expect(hints(ones(40), { given: answers(ones(40), 4) })).toEqual([]);
    const half = Object.fromEntries(ids.slice(60, 75).map((id) => [id, { score: 1 } as const]));
    const early = { 'D3-09': { answer: { score: 1 }, by: 'ann', at: '2025-03-01T09:00:00.000Z' } } as const;
    const given = { ...early, ...answers(ones(15), 1), ...answers(half, 1, 'ben') };
    expect(hints({}, { given })).toEqual([]);
  });

  it('is not given for a single answer', () => {
    expect(hints(ones(1))).toEqual([]);
  });
});

describe('a hint that an assessor is unsure', () => {
  it('names the action scored 3 with low confidence', () => {
    expect(hints({ 'A1-01': { score: 3, ...shown, confidence: 'low' } })).toEqual([
      { kind: 'unsure-of-complete', actionIds: ['A1-01'] },
    ]);
  });

  it('is not given for more confidence, or none stated', () => {
    expect(hints({ 'A1-01': { score: 3, ...shown, confidence: 'medium' }, 'A1-02': { score: 3, ...shown } })).toEqual(
      [],
    );
  });

  it('is not given below 3: a low score leaves room for doubt', () => {
    expect(hints({ 'A1-01': { score: 2, ...shown, confidence: 'low' } })).toEqual([]);
  });
});
