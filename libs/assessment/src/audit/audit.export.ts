import type { Catalogue, CatalogueAction } from '../catalogue/catalogue';
import type { GivenAnswer } from './audit.views';

interface AnswerLine {
  readonly action: CatalogueAction;
  readonly stream: string;
  readonly contributoryStream: string;
  readonly given?: GivenAnswer;
}

/** Every action in the order of the catalogue, whether answered or not. */
export function answerLines({ actions, structure }: Catalogue, answers: readonly GivenAnswer[]): AnswerLine[] {
  const byAction = new Map(answers.map((given) => [given.actionId, given]));
  const streams = new Map([...structure.streams, ...structure.contributoryStreams].map(({ id, name }) => [id, name]));
  return actions.map((action) => ({
    action,
    stream: streams.get(action.stream)!,
    contributoryStream: streams.get(action.contributoryStream)!,
    given: byAction.get(action.id),
  }));
}

export const answerColumns: Readonly<Record<string, (line: AnswerLine) => string | number | null | undefined>> = {
  'Action id': ({ action }) => action.id,
  Phase: ({ action }) => action.phase,
  Period: ({ action }) => action.period,
  Stream: ({ stream }) => stream,
  'Contributory stream': ({ contributoryStream }) => contributoryStream,
  Action: ({ action }) => action.label,
  State: ({ given }) => stateOf(given),
  Score: ({ given }) => (given && 'score' in given.answer ? given.answer.score : null),
  'Not relevant because': ({ given }) => (given && 'notRelevant' in given.answer ? given.answer.because : null),
  Evidence: ({ given }) => given?.answer.evidence,
  'Evidence date': ({ given }) => given?.answer.evidenceOn,
  Links: ({ given }) => given?.answer.links?.map(({ url }) => url).join(' '),
  Confidence: ({ given }) => given?.answer.confidence,
  'Answered by': ({ given }) => given?.answeredBy,
  'Answered at': ({ given }) => given?.answeredAt,
  Corrections: ({ given }) => given?.corrections,
  'Reason of the last correction': ({ given }) => given?.reason,
};

function stateOf(given: GivenAnswer | undefined): string {
  if (!given) return 'unanswered';
  if (!given.confirmed) return 'not confirmed';
  return 'score' in given.answer ? 'answered' : 'not relevant';
}
