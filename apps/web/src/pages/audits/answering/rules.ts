import type { Answer, AuditDetail } from '../audit';
import type { Action } from '../catalogue';

type Part = AuditDetail['assignments'][number]['part'];

const covers = (part: Part, { phase, period, stream, contributoryStream }: Action): boolean => {
  switch (part.kind) {
    case 'all':
      return true;
    case 'stream':
      return part.stream === stream;
    case 'contributory-stream':
      return part.contributoryStream === contributoryStream;
    case 'period':
      return part.phase === phase && part.period === period;
  }
};

/** Whether the action belongs to a part that is assigned to the person. */
export const isAssigned = (assignments: AuditDetail['assignments'], personId: string, action: Action): boolean =>
  assignments.some((assigned) => assigned.personId === personId && covers(assigned.part, action));

/** True when the later answer changes something that had been said: the API then asks why. Filling in what was blank needs no reason. */
export function needsReason(before: Answer, after: Answer): boolean {
  const kept = (one?: string, other?: string) => one === undefined || one === other;
  return !(
    sameJudgement(before, after) &&
    kept(before.evidence, after.evidence) &&
    kept(before.evidenceOn, after.evidenceOn) &&
    kept(before.confidence, after.confidence) &&
    (before.links ?? []).every((link) => (after.links ?? []).some((other) => sameLink(link, other)))
  );
}

export const sameAnswer = (one: Answer, other: Answer): boolean => !needsReason(one, other) && !needsReason(other, one);

function sameJudgement(one: Answer, other: Answer): boolean {
  if ('score' in one) return 'score' in other && one.score === other.score;
  return 'notRelevant' in other && one.because === other.because;
}

type Link = NonNullable<Answer['links']>[number];
const sameLink = (one: Link, other: Link) => one.url === other.url && one.title === other.title;

/** What an answer rests on, without the judgement. */
export function supportOf(
  answer: Answer | undefined,
): Pick<Answer, 'evidence' | 'evidenceOn' | 'links' | 'confidence'> {
  if (!answer) return {};
  const { evidence, evidenceOn, links, confidence } = answer;
  return {
    ...(evidence ? { evidence } : {}),
    ...(evidenceOn ? { evidenceOn } : {}),
    ...(links?.length ? { links } : {}),
    ...(confidence ? { confidence } : {}),
  };
}
