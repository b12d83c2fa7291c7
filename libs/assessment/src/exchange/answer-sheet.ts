import type { Columns } from '@mainstay/tabular';
import type { AuditDetail, GivenAnswer } from '../audit/audit.views';
import type { Catalogue, CatalogueAction } from '../catalogue/catalogue';
import { answerHeadings, cellsOf, stateOf } from './answer-cells';

interface AnswerLine {
  readonly audit: AuditDetail;
  readonly action: CatalogueAction;
  readonly stream: string;
  readonly contributoryStream: string;
  readonly given?: GivenAnswer;
  readonly answeredBy?: string;
}

/** Every action in the order of the catalogue, whether answered or not. @param names of people, by their ids */
export function answerLines(
  audit: AuditDetail,
  { actions, structure }: Catalogue,
  names: ReadonlyMap<string, string>,
): AnswerLine[] {
  const byAction = new Map(audit.answers.map((given) => [given.actionId, given]));
  const streams = new Map([...structure.streams, ...structure.contributoryStreams].map(({ id, name }) => [id, name]));
  return actions.map((action) => {
    const given = byAction.get(action.id);
    return {
      audit,
      action,
      stream: streams.get(action.stream)!,
      contributoryStream: streams.get(action.contributoryStream)!,
      given,
      answeredBy: given && names.get(given.answeredBy),
    };
  });
}

/** Headings of an answers sheet that an import reads besides those of the answer itself. */
export const sheetHeadings = {
  actionId: 'Action id',
  state: 'State',
  reason: 'Reason',
  auditId: 'Audit id',
  auditVersion: 'Audit version',
  catalogueVersion: 'Catalogue version',
} as const;

const said =
  (field: keyof typeof answerHeadings) =>
  ({ given }: AnswerLine) =>
    cellsOf(given?.answer)[field];

/** The whole sheet: it can be filled in and imported again, and says by itself which audit it belongs to. */
export const answerColumns: Columns<AnswerLine> = {
  [sheetHeadings.actionId]: ({ action }) => action.id,
  Phase: ({ action }) => action.phase,
  Period: ({ action }) => action.period,
  Stream: ({ stream }) => stream,
  'Contributory stream': ({ contributoryStream }) => contributoryStream,
  Action: ({ action }) => action.label,
  [sheetHeadings.state]: ({ given }) => stateOf(given),
  [answerHeadings.score]: ({ given }) => (given && 'score' in given.answer ? given.answer.score : null),
  [answerHeadings.because]: said('because'),
  [answerHeadings.evidence]: said('evidence'),
  [answerHeadings.evidenceOn]: said('evidenceOn'),
  [answerHeadings.links]: said('links'),
  [answerHeadings.confidence]: said('confidence'),
  // Left blank: for whoever changes an answer to say why.
  [sheetHeadings.reason]: () => null,
  'Answered by': ({ given }) => given?.answeredBy,
  'Answered by (name)': ({ answeredBy }) => answeredBy,
  'Answered at': ({ given }) => given?.answeredAt,
  Corrections: ({ given }) => given?.corrections,
  'Reason of the last correction': ({ given }) => given?.reason,
  [sheetHeadings.auditId]: ({ audit }) => audit.id,
  [sheetHeadings.auditVersion]: ({ audit }) => audit.version,
  [sheetHeadings.catalogueVersion]: ({ audit }) => audit.catalogueVersion,
};
