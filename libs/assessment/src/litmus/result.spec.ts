import fc from 'fast-check';
import { answersTo } from './litmus.fixture';
import { litmusCatalogue, litmusCatalogues, litmusTests } from './litmus-catalogue';
import { managerResult, qualification, standingOf, unmet, yesCount } from './result';

describe('the catalogue of litmus tests', () => {
  it.each(litmusCatalogues)('version $version asks 6, 5 and 5 questions, with the gates of the field', ({ tests }) => {
    expect(tests.map(({ questions }) => questions.length)).toEqual([6, 5, 5]);
    expect(tests.map(({ gate }) => gate)).toEqual([null, 4, 4]);
  });

  it('takes no file in which a test is missing or an id stands twice', () => {
    const [present] = litmusCatalogues;
    expect(litmusCatalogue.safeParse({ ...present, tests: present!.tests.slice(1) }).success).toBe(false);
    const [customer, organisation, manager] = present!.tests;
    const twice = [customer, organisation, { ...manager!, questions: organisation!.questions }];
    expect(litmusCatalogue.safeParse({ ...present, tests: twice }).success).toBe(false);
  });
});

describe('a result', () => {
  it('counts an unambivalent yes only, and says which questions have none', () => {
    expect(yesCount(answersTo('manager', 'yyyna'))).toBe(3);
    expect(unmet(answersTo('manager', 'yyyna'))).toEqual(['M4', 'M5']);
  });

  it('passes from four of five, and is one short at three', () => {
    expect([5, 4, 3, 2, 0, null].map((yes) => standingOf(yes, 4))).toEqual([
      'passes',
      'passes',
      'one-short',
      'short',
      'short',
      'not-taken',
    ]);
  });

  it('of any test lies between none and all of its questions, and every question is met or unmet', () => {
    const anyTest = fc.constantFrom(...litmusTests);
    const letters = fc.array(fc.constantFrom('y', 'n', 'a'), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(anyTest, letters, (test, six) => {
        const answers = answersTo(test, six.join(''));
        expect(yesCount(answers) + unmet(answers).length).toBe(Object.keys(answers).length);
      }),
    );
  });
});

describe('a manager', () => {
  it('is judged by the mean over the accounts led; an account not answered does not count as no', () => {
    expect(managerResult([5, 4, null], 4)).toEqual({ mean: 4.5, standing: 'passes', answered: 2, unanswered: 1 });
    expect(managerResult([4, 3, 3], 4)).toEqual({ mean: 3.3, standing: 'one-short', answered: 3, unanswered: 0 });
  });

  it('with 3.96 does not pass and does not read as 4', () => {
    const counts = [...Array<number>(24).fill(4), 3];
    expect(managerResult(counts, 4)).toMatchObject({ mean: 3.9, standing: 'one-short' });
  });

  it('who has answered nothing, or leads nothing, has no result', () => {
    expect(managerResult([null], 4)).toEqual({ mean: null, standing: 'not-taken', answered: 0, unanswered: 1 });
    expect(managerResult([], 4)).toMatchObject({ mean: null, standing: 'not-taken' });
  });

  it('has a mean between the least and the most of the accounts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 40 }), (counts) => {
        const { mean, standing } = managerResult(counts, 4);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...counts));
        expect(mean).toBeLessThanOrEqual(Math.max(...counts));
        expect(standing === 'passes').toBe(mean! >= 4);
      }),
    );
  });
});

describe('the programme', () => {
  const passing = managerResult([4], 4);
  const failing = managerResult([3], 4);

  it('is fully qualified when the organisation and every manager pass', () => {
    expect(qualification('passes', [passing, passing])).toBe('qualified');
  });

  it('is not when one of them does not, whatever is still open', () => {
    expect(qualification('one-short', [passing])).toBe('not-qualified');
    expect(qualification('not-taken', [passing, failing])).toBe('not-qualified');
  });

  it('is undecided while nothing fails and something is not answered', () => {
    expect(qualification('passes', [])).toBe('undecided');
    expect(qualification('passes', [managerResult([5, null], 4)])).toBe('undecided');
    expect(qualification('not-taken', [passing])).toBe('undecided');
  });
});
