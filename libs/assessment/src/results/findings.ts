import { z } from 'zod';
import { isNotRelevant, points } from '../audit/answer';
import type { Catalogue, CatalogueAction } from '../catalogue/catalogue';
import { piecesOf } from './cuts';
import type { CurrentPeriod } from './standing';
import { type Answers, NONE_UNCONFIRMED, type Unconfirmed } from './tally';

const finding = z.object({ actionId: z.string() });

export const findings = z.object({
  /** Not done, or not answered, in a period otherwise under way. */
  missing: z.array(finding.extend({ answer: z.enum(['zero', 'unanswered']) })),
  /** At least one whole point under the mean of what is scored in its period. */
  lagging: z.array(finding.extend({ score: z.int(), mean: z.number() })),
  /** Work done in periods after the current one. */
  ahead: z.array(finding.extend({ score: z.int() })),
  notRelevant: z.array(finding.extend({ because: z.string() })),
  /** Carried over from an earlier audit and not looked at again. */
  unconfirmed: z.array(finding),
});
export type Findings = z.infer<typeof findings>;

/** What the answers point at, in the order of the catalogue. */
export function findingsOf(
  catalogue: Catalogue,
  answers: Answers,
  current: CurrentPeriod | null,
  unconfirmed: Unconfirmed = NONE_UNCONFIRMED,
): Findings {
  const { periods } = piecesOf(catalogue);
  const currentIndex = periods.findIndex(({ phase, period }) => phase === current?.phase && period === current.period);
  const perPeriod = periods.map(({ asked }, index) => {
    const isAfterCurrent = currentIndex >= 0 && index > currentIndex;
    return {
      missing: missingIn(asked, answers, unconfirmed),
      lagging: laggingIn(asked, answers),
      ahead: isAfterCurrent ? doneIn(asked, answers) : [],
    };
  });
  return {
    missing: perPeriod.flatMap(({ missing }) => missing),
    lagging: perPeriod.flatMap(({ lagging }) => lagging),
    ahead: perPeriod.flatMap(({ ahead }) => ahead),
    notRelevant: catalogue.actions.flatMap(({ id }) => {
      const answer = answers[id];
      return answer && 'notRelevant' in answer ? [{ actionId: id, because: answer.because }] : [];
    }),
    unconfirmed: catalogue.actions
      .filter(({ id }) => waits(id, answers, unconfirmed))
      .map(({ id }) => ({ actionId: id })),
  };
}

/** What waits to be confirmed is listed by itself: whether it is missing nobody has said yet. */
function missingIn(asked: readonly CatalogueAction[], answers: Answers, unconfirmed: Unconfirmed): Findings['missing'] {
  const underWay = asked.some(({ id }) => points(answers[id]) > 0);
  if (!underWay) return [];
  return asked
    .filter(({ id }) => points(answers[id]) === 0 && !isNotRelevant(answers[id]) && !waits(id, answers, unconfirmed))
    .map(({ id }) => ({ actionId: id, answer: answers[id] ? 'zero' : 'unanswered' }));
}

const waits = (id: string, answers: Answers, unconfirmed: Unconfirmed) => unconfirmed.has(id) && !answers[id];

function laggingIn(asked: readonly CatalogueAction[], answers: Answers): Findings['lagging'] {
  const scored = asked.flatMap(({ id }) => {
    const answer = answers[id];
    return answer && 'score' in answer ? [{ actionId: id, score: answer.score }] : [];
  });
  const total = scored.reduce((sum, { score }) => sum + score, 0);
  return scored
    .filter(({ score }) => score * scored.length + scored.length <= total)
    .map((action) => ({ ...action, mean: Math.round((total * 100) / scored.length) / 100 }));
}

const doneIn = (asked: readonly CatalogueAction[], answers: Answers): Findings['ahead'] =>
  asked.map(({ id }) => ({ actionId: id, score: points(answers[id]) })).filter(({ score }) => score > 0);
