import { Refused, type RequestContext } from '@mainstay/event-sourcing';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { HIGHEST_SCORE, tallyOf } from '../results/tally';
import { type Audit, existing, type OpenAudit } from './audit';
import type { AuditEvent } from './audit.events';
import { digestOf, type KeptFile } from './digest';
import { latest } from './evidence-file';
import type { FileRevision } from './evidence-file.events';
import { type Hint, keyOfHint } from './hint';
import { hintsOf } from './hints';

export interface SignOffBody {
  readonly auditId: string;
  /** First day of the period that the audit is about; see `evidencePeriodOf`. */
  readonly evidenceFrom: string;
  /** Hints that the lead has looked at and signs in spite of, by their ids. */
  readonly acceptedHints: readonly string[];
  readonly unansweredBecause?: string;
  readonly note?: string;
}

export interface ReopenBody {
  readonly auditId: string;
  readonly reason?: string;
}

/**
 * The lead stands by the answers as they are. Nothing carried over may be left unconfirmed; what is unanswered, and every
 * hint, is accepted in so many words. A lead who answered too may sign, and that is recorded.
 */
export function signOff(state: Audit, body: SignOffBody, { actor }: RequestContext): AuditEvent[] {
  const audit = existing(state, body.auditId);
  if (audit.signedOff) return [];
  const catalogue = phaseAuditOf(audit.catalogueVersion);
  const answers = Object.fromEntries(Object.entries(audit.given).map(([id, { answer }]) => [id, answer]));
  const { score, answered, notRelevant, unanswered } = tallyOf(catalogue.actions, answers);
  const waiting = Object.keys(audit.carried);
  if (waiting.length > 0) {
    throw new Refused(
      'audit.unconfirmed',
      `${counted(waiting.length)} carried over and neither confirmed nor changed: an audit is signed off when none is.`,
      { actionIds: waiting },
    );
  }
  if (answered + notRelevant === 0) {
    throw new Refused('audit.nothing-answered', 'Nothing has been answered: there is nothing to sign off.');
  }
  const unansweredBecause = unanswered > 0 ? body.unansweredBecause?.trim() : undefined;
  if (unanswered > 0 && !unansweredBecause) {
    throw new Refused(
      'audit.unanswered',
      `unansweredBecause: ${unanswered} of ${catalogue.actions.length} actions are unanswered; say why the audit is signed off without them.`,
    );
  }
  const data = {
    divisionId: audit.divisionId,
    pinned: audit.version,
    digest: digestOf(audit.catalogueVersion, answers, filesOf(audit)),
    score,
    maximum: catalogue.actions.length * HIGHEST_SCORE,
    answered,
    notRelevant,
    unanswered,
    ownAnswers: Object.values(audit.given).filter(({ by }) => by === actor).length,
    unansweredBecause,
    note: body.note?.trim() || undefined,
    acceptedHints: accepted(body.acceptedHints, presentHints(audit, body.evidenceFrom)),
  };
  return [{ type: 'assessment.AuditSignedOff', data }];
}

/** Lets answers change again. What had been pinned stays readable as at the moment of the sign-off. */
export function reopen(state: Audit, { auditId, reason }: ReopenBody): AuditEvent[] {
  const { divisionId, signedOff } = existing(state, auditId);
  if (!signedOff) return [];
  if (!reason?.trim()) throw new Refused('audit.reason-missing', 'reason: say why the audit is reopened.');
  return [{ type: 'assessment.AuditReopened', data: { divisionId, ...signedOff, reason: reason.trim() } }];
}

const presentHints = (audit: OpenAudit, evidenceFrom: string): Hint[] =>
  hintsOf({
    catalogue: phaseAuditOf(audit.catalogueVersion),
    given: audit.given,
    files: filesOf(audit),
    evidenceFrom,
  });

/** The files that count: each in its present revision, those withdrawn left out. */
const filesOf = ({ files }: OpenAudit): KeptFile[] =>
  Object.values(files)
    .filter(({ withdrawn }) => !withdrawn)
    .map((file) => ({ actionId: file.actionId, ...pick(latest(file)) }));

const pick = ({ sha256, evidenceOn }: FileRevision) => ({ sha256, evidenceOn });

function accepted(ids: readonly string[], hints: readonly Hint[]): Hint[] {
  const open = hints.filter((hint) => !ids.includes(keyOfHint(hint)));
  if (open.length > 0) {
    throw new Refused(
      'audit.hints-open',
      `acceptedHints: ${open.length} of ${hints.length} hints have not been accepted; look at them and accept each that may stand.`,
      { open: open.map(keyOfHint) },
    );
  }
  return [...hints];
}

const counted = (n: number) => (n === 1 ? '1 answer is' : `${n} answers are`);
