import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore, type StoredRowOf } from '@mainstay/read-store';
import { IsNull } from 'typeorm';
import { phaseAuditOf } from '../../catalogue/phase-audit';
import { evidenceFileTable } from '../../evidence/evidence-file.table';
import { divisionOf, type Scope } from '../audit.events';
import { digestOf, type KeptFile } from '../digest';
import { keyOfHint } from '../hint';
import { type Dated, evidencePeriodOf, hintsOf } from '../hints';
import { type AuditProgress, progressOf } from '../progress';
import type { AuditHints, AuditSignOffs } from '../review.views';
import { AuditRegister } from './audit-register.queries';
import { auditSignOffTable } from './audit-tables';

type SignOffRow = StoredRowOf<typeof auditSignOffTable>;

/** What the lead needs to know before signing an audit off, and what was signed. */
@Injectable()
export class AuditReview {
  constructor(
    private readonly register: AuditRegister,
    private readonly readStore: ReadStore,
  ) {}

  /** @throws NotFound */
  async hints(context: RequestContext, auditId: string): Promise<AuditHints> {
    const audit = await this.register.audit(context, auditId);
    const evidenceFrom = await this.evidenceFrom(context, audit, divisionOf(audit.scope));
    const counted = audit.answers.filter(({ confirmed }) => confirmed);
    const hints = hintsOf({
      catalogue: phaseAuditOf(audit.catalogueVersion),
      given: Object.fromEntries(
        counted.map(({ actionId, answer, answeredBy, answeredAt, carriedFrom, asCarried }) => [
          actionId,
          { answer, by: answeredBy, at: answeredAt, confirmedFrom: (asCarried && carriedFrom) || undefined },
        ]),
      ),
      files: await this.files(context, auditId),
      evidenceFrom,
    });
    return { evidenceFrom, hints: hints.map((hint) => ({ ...hint, id: keyOfHint(hint) })) };
  }

  /** First day of the period that an audit is about, by the audits of its scope. */
  async evidenceFrom(context: RequestContext, audit: Dated, divisionId: string | undefined): Promise<string> {
    const scope: Scope = divisionId === undefined ? { kind: 'programme' } : { kind: 'division', divisionId };
    return evidencePeriodOf(audit, await this.register.ofScope(context, scope));
  }

  /** How far each assessor is, as of the day of the question. @throws NotFound */
  async progress(context: RequestContext, auditId: string): Promise<AuditProgress> {
    const { catalogueVersion, assignments, answers } = await this.register.audit(context, auditId);
    const today = (context.asAt ?? context.now).toISOString().slice(0, 10);
    return progressOf(phaseAuditOf(catalogueVersion), assignments, answers, today);
  }

  /** Every sign-off, latest first, held against the answers as they are. @throws NotFound */
  async signOffs(context: RequestContext, auditId: string): Promise<AuditSignOffs> {
    const audit = await this.register.audit(context, auditId);
    const counted = audit.answers.filter(({ confirmed }) => confirmed);
    const answers = Object.fromEntries(counted.map(({ actionId, answer }) => [actionId, answer]));
    const digest = digestOf(audit.catalogueVersion, answers, await this.files(context, auditId));
    const rows = await this.readStore.read(context, (manager) =>
      manager.find(auditSignOffTable.entity, { where: { auditId }, order: { pinned: 'DESC' } }),
    );
    return { items: rows.map((row) => signOff(row, digest)), digest };
  }

  /** The files that count, each in its present revision. */
  private files(context: RequestContext, auditId: string): Promise<KeptFile[]> {
    return this.readStore.read(context, async (manager) => {
      const rows = await manager.findBy(evidenceFileTable.entity, { auditId, withdrawnAt: IsNull() });
      return rows.map(({ actionId, revisions }) => {
        const { sha256, evidenceOn } = revisions.at(-1)!;
        return { actionId, sha256, evidenceOn: evidenceOn ?? undefined };
      });
    });
  }
}

function signOff(row: SignOffRow, digest: string): AuditSignOffs['items'][number] {
  const {
    tenant: _tenant,
    recorded: _recorded,
    auditId: _audit,
    reopenedBy,
    reopenedAt,
    reopenedBecause,
    ...rest
  } = row;
  return {
    ...rest,
    unchanged: row.digest === digest,
    acceptedHints: [...row.acceptedHints],
    signedOffAt: row.signedOffAt.toISOString(),
    reopened: reopenedAt && { by: reopenedBy!, at: reopenedAt.toISOString(), because: reopenedBecause! },
  };
}
