import { text as collected } from 'node:stream/consumers';
import type { RequestContext } from '@mainstay/event-sourcing';
import { csvStream, readTable, writeXlsx } from '@mainstay/tabular';
import type { Answer } from '../audit/answer';
import type { Assignment } from '../audit/assignment';
import { wholeAudit } from '../audit/assignment';
import type { OpenAudit } from '../audit/audit';
import type { AuditDetail } from '../audit/audit.views';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { answerColumns, answerLines } from './answer-sheet';
import { importAnswers, readImport } from './import-answers';
import { outcomeOf } from './exchange.views';
import { answerSheetOf } from './read-answers';

export const ann = 'person-ann';
export const auditId = 'audit-1';
export const at = '2025-03-01T10:00:00.000Z';
export const context = {
  tenant: 'acme',
  actor: ann,
  roles: [],
  correlation: 'r',
  now: new Date('2025-03-10T12:00:00Z'),
} as RequestContext;

export type Answers = Record<string, Answer>;

export const stateOf = (
  given: Answers,
  carried: Answers = {},
  assignments: Assignment[] = wholeAudit([ann]),
): OpenAudit =>
  ({
    kind: 'open',
    title: 'Spring audit',
    catalogueVersion: 1,
    auditDate: '2025-03-01',
    assignments,
    given: Object.fromEntries(Object.entries(given).map(([id, answer]) => [id, { answer, by: ann, at }])),
    carried: Object.fromEntries(
      Object.entries(carried).map(([actionId, answer]) => [
        actionId,
        { actionId, answer, answeredBy: ann, answeredAt: at },
      ]),
    ),
    basedOn: 'audit-0',
    files: {},
    version: 9,
  }) as OpenAudit;

export const detailOf = (given: Answers, carried: Answers = {}) => {
  const rows = (answers: Answers, confirmed: boolean) =>
    Object.entries(answers).map(([actionId, answer]) => ({
      actionId,
      answer,
      confirmed,
      carriedFrom: null,
      asCarried: false,
      answeredBy: ann,
      answeredAt: at,
      corrections: 0,
      reason: null,
    }));
  const answers = [...rows(given, true), ...rows(carried, false)];
  return { id: auditId, catalogueVersion: 1, version: 9, answers } as unknown as AuditDetail;
};

export const names = new Map([[ann, 'Ann Ågren']]);
export const exported = {
  csv: async (given: Answers, carried?: Answers) =>
    Buffer.from(
      await collected(csvStream(answerColumns, answerLines(detailOf(given, carried), phaseAuditOf(1), names))),
    ),
  xlsx: (given: Answers, carried?: Answers) =>
    writeXlsx('Answers', answerColumns, answerLines(detailOf(given, carried), phaseAuditOf(1), names)),
};

export const bodyOf = async (bytes: Buffer, reason?: string) => ({
  auditId,
  sheet: answerSheetOf(await readTable(bytes)),
  reason,
});
export const csv = (...lines: string[]) => Buffer.from(lines.join('\n'));

export async function read(file: Buffer, state: OpenAudit, reason?: string) {
  const body = await bodyOf(file, reason);
  return outcomeOf(readImport(state, body, context), body.sheet.ignoredColumns);
}
export async function run(file: Buffer, state: OpenAudit, reason?: string) {
  return importAnswers(state, await bodyOf(file, reason), context);
}
