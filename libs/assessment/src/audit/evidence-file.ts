import { latestDateOnEarth, NotFound, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { mayAnswer } from './answering';
import { type Audit, changeable, type OpenAudit } from './audit';
import type { AuditEvent } from './audit.events';
import type { EvidenceFile, FileRevision } from './evidence-file.events';

interface OfAction {
  readonly auditId: string;
  readonly actionId: string;
}

interface OfFile extends OfAction {
  readonly fileId: string;
}

/** A file as it was sent; its bytes are stored already. */
export type FileFacts = Omit<FileRevision, 'revision'>;

export type AttachFileBody = OfFile & FileFacts;
export type ReviseFileBody = OfFile & FileFacts & { readonly reason: string };
export type WithdrawFileBody = OfFile & { readonly reason: string };

const MOST_FILES = 20;

/** Whether anything may be attached to the action: asked before the bytes are stored. */
export function mayAttach(state: Audit, { auditId, actionId }: OfAction, context: RequestContext): OpenAudit {
  const audit = changeable(state, auditId);
  mayAnswer(audit, actionId, context);
  return audit;
}

export function attachFile(state: Audit, body: AttachFileBody, context: RequestContext): AuditEvent[] {
  const { auditId: _audit, actionId, fileId, ...facts } = body;
  const audit = mayAttach(state, body, context);
  if (audit.files[fileId]) return [];
  const beside = Object.values(audit.files).filter((file) => file.actionId === actionId && !file.withdrawn);
  if (beside.some((file) => latest(file).sha256 === facts.sha256)) {
    throw new Refused('evidence.file-there', 'file: this very file is attached to the action already.');
  }
  if (beside.length >= MOST_FILES) {
    throw new Refused('evidence.too-many-files', `file: an action has at most ${MOST_FILES} files.`);
  }
  checkDate(facts, context);
  const data = { divisionId: audit.divisionId, actionId, fileId, revision: 1, ...facts };
  return [{ type: 'assessment.EvidenceFileAttached', data, effectiveOn: facts.evidenceOn }];
}

export function reviseFile(state: Audit, body: ReviseFileBody, context: RequestContext): AuditEvent[] {
  const { auditId: _audit, actionId, fileId, reason, ...facts } = body;
  const audit = mayAttach(state, body, context);
  const file = fileOf(audit, body);
  if (file.withdrawn) {
    throw new Refused('evidence.file-withdrawn', 'file: it was withdrawn; attach the new one as a file of its own.');
  }
  const from = latest(file);
  if (same(from, facts)) return [];
  checkDate(facts, context);
  if (!reason.trim()) throw new Refused('evidence.reason-missing', 'reason: say why the file is replaced.');
  const to = { ...facts, revision: from.revision + 1 };
  const data = { divisionId: audit.divisionId, actionId, fileId, from, to, reason: reason.trim() };
  return [{ type: 'assessment.EvidenceFileRevised', data, effectiveOn: facts.evidenceOn }];
}

export function withdrawFile(state: Audit, body: WithdrawFileBody, context: RequestContext): AuditEvent[] {
  const { actionId, fileId, reason } = body;
  const audit = mayAttach(state, body, context);
  const file = fileOf(audit, body);
  if (file.withdrawn) return [];
  if (!reason.trim()) throw new Refused('evidence.reason-missing', 'reason: say why the file is withdrawn.');
  const data = { divisionId: audit.divisionId, actionId, fileId, from: latest(file), reason: reason.trim() };
  return [{ type: 'assessment.EvidenceFileWithdrawn', data }];
}

function fileOf({ files }: OpenAudit, { actionId, fileId }: OfFile): EvidenceFile {
  const file = files[fileId];
  if (file?.actionId !== actionId) throw new NotFound('file', fileId);
  return file;
}

export const latest = ({ revisions }: EvidenceFile): FileRevision => revisions.at(-1)!;

const same = (one: FileFacts, other: FileFacts) =>
  one.sha256 === other.sha256 &&
  one.name === other.name &&
  one.mediaType === other.mediaType &&
  one.evidenceOn === other.evidenceOn;

function checkDate({ evidenceOn }: FileFacts, { now }: RequestContext): void {
  if (evidenceOn !== undefined && evidenceOn > latestDateOnEarth(now)) {
    throw new Refused('answer.evidence-in-future', 'evidenceOn: evidence cannot be dated in the future.');
  }
}
