import { Refused, Rejection, type RequestContext } from '@mainstay/event-sourcing';
import type { Answer } from '../audit/answer';
import { answerAction } from '../audit/answering';
import { type Audit, changeable, type OpenAudit } from '../audit/audit';
import type { AuditEvent } from '../audit/audit.events';
import { phaseAuditOf } from '../catalogue/phase-audit';
import type { AnswerSheet, SheetRow } from './read-answers';
import { answerHeadings } from './answer-cells';
import { sheetHeadings } from './answer-sheet';
import { readRow, type Refusal } from './import-row';

export interface ImportBody {
  readonly auditId: string;
  readonly sheet: AnswerSheet;
  /** For every change that gives no reason in its own row. */
  readonly reason?: string;
}

interface RowOutcome {
  readonly row: number;
  readonly actionId: string;
  /** Left: the row says nothing of an action that has an answer, which stays as it is. */
  readonly kind: 'new' | 'changed' | 'confirmed' | 'unchanged' | 'left';
  readonly from?: Answer;
  readonly to?: Answer;
  readonly reason?: string;
  readonly events: readonly AuditEvent[];
}

export interface Import {
  readonly outcomes: readonly RowOutcome[];
  readonly refusals: readonly Refusal[];
  readonly version: number;
  /** Version of the audit that the file was exported at; undefined where it does not say. */
  readonly fileVersion?: number;
}

/** All of the file or nothing: one refused row refuses it. */
export function importAnswers(state: Audit, body: ImportBody, context: RequestContext): AuditEvent[] {
  const { outcomes, refusals } = readImport(state, body, context);
  if (refusals.length > 0) {
    const rows = new Set(refusals.map(({ row }) => row)).size;
    throw new Refused(
      'import.refused',
      `Nothing was imported, because ${rows === 1 ? 'one row was' : `${rows} rows were`} refused.`,
      { refusals },
    );
  }
  return outcomes.flatMap(({ events }) => events);
}

/** What importing the sheet would do, row by row, each by the very rules of answering one action. */
export function readImport(state: Audit, { auditId, sheet, reason }: ImportBody, context: RequestContext): Import {
  const audit = changeable(state, auditId);
  const belonging = foreign(sheet.rows, auditId, audit);
  const seen = new Set<string>();
  const read = sheet.rows.map((row): RowOutcome | readonly Refusal[] => {
    const actionId = row.cells.actionId!.trim();
    const fault = faultOf(actionId, audit, seen);
    seen.add(actionId);
    if (fault) return [{ row: row.row, column: sheetHeadings.actionId, rule: fault }];
    return importRow(state, audit, { auditId, actionId, row, reason }, context);
  });
  const versions = sheet.rows.map(({ cells }) => Number(cells.auditVersion || NaN)).filter(Number.isInteger);
  return {
    outcomes: read.filter((one): one is RowOutcome => 'kind' in one),
    refusals: belonging.length > 0 ? belonging : read.flatMap((one) => ('kind' in one ? [] : one)),
    version: audit.version,
    fileVersion: versions.length > 0 ? Math.min(...versions) : undefined,
  };
}

/** A file that was exported from another audit is refused as a whole, with its first row. */
function foreign(rows: readonly SheetRow[], auditId: string, audit: OpenAudit): Refusal[] {
  const of = (field: 'auditId' | 'catalogueVersion', own: string, rule: string): Refusal[] => {
    const other = rows.find(({ cells }) => cells[field]?.trim() && cells[field].trim() !== own);
    return other ? [{ row: other.row, column: sheetHeadings[field], rule }] : [];
  };
  const ofAnother = of(
    'auditId',
    auditId,
    'the row was exported from another audit; leave the column out if it is meant for this one.',
  );
  const catalogue = `the row answers another version of the catalogue than this audit, which has ${audit.catalogueVersion}.`;
  return [...ofAnother, ...of('catalogueVersion', String(audit.catalogueVersion), catalogue)];
}

function faultOf(actionId: string, audit: OpenAudit, seen: ReadonlySet<string>): string | undefined {
  if (actionId === '') return 'names no action.';
  if (seen.has(actionId)) return `names the action ${actionId} for the second time.`;
  if (!phaseAuditOf(audit.catalogueVersion).action(actionId)) return `there is no action with the id ${actionId}.`;
  return undefined;
}

function importRow(
  state: Audit,
  audit: OpenAudit,
  { auditId, actionId, row, reason }: { auditId: string; actionId: string; row: SheetRow; reason?: string },
  context: RequestContext,
): RowOutcome | Refusal[] {
  const given = audit.given[actionId]?.answer;
  const carried = audit.carried[actionId]?.answer;
  const from = given ?? carried;
  const untouched = (kind: 'unchanged' | 'left') => ({ row: row.row, actionId, kind, events: [] });
  const said = readRow(row, from, reason);
  if (said.says === 'nonsense') return [...said.refusals];
  if (said.says === 'nothing') return untouched(from ? 'left' : 'unchanged');
  if (said.says === 'the same' && (given || !said.confirms)) return untouched('unchanged');
  const why = said.says === 'otherwise' ? said.reason : undefined;
  try {
    const events = answerAction(state, { auditId, actionId, answer: said.answer, reason: why }, context);
    if (events.length === 0) return untouched('unchanged');
    const kind = said.says === 'the same' ? 'confirmed' : from ? 'changed' : 'new';
    return { row: row.row, actionId, kind, from, to: said.answer, reason: why, events };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const column = columnOf[error.code] ?? sheetHeadings.actionId;
    return [{ row: row.row, column, rule: error.message.replace(/^\w+: /, '') }];
  }
}

/** The cell that a refusal of the audit is about. */
const columnOf: Readonly<Record<string, string>> = {
  'answer.because-missing': answerHeadings.because,
  'answer.evidence-in-future': answerHeadings.evidenceOn,
  'answer.reason-missing': sheetHeadings.reason,
};
