import { Injectable } from '@nestjs/common';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import { auditTable } from '../audit/audit-register/audit-tables';
import { type EvidenceFileRow, evidenceFileTable, type RecordedRevision } from './evidence-file.table';
import type { EvidenceFileView } from './evidence-file.views';

@Injectable()
export class EvidenceRegister {
  constructor(private readonly readStore: ReadStore) {}

  /** Every file of an audit, withdrawn ones included, by action and in the order attached. @throws NotFound */
  ofAudit(context: RequestContext, auditId: string): Promise<EvidenceFileView[]> {
    return this.readStore.read(context, async (manager) => {
      if (!(await manager.existsBy(auditTable.entity, { auditId }))) throw new NotFound('audit', auditId);
      const rows = await manager.findBy(evidenceFileTable.entity, { auditId });
      return rows.map(view).sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
    });
  }

  /** @throws NotFound */
  async revision(context: RequestContext, auditId: string, fileId: string, number: string): Promise<RecordedRevision> {
    const row = await this.readStore.read(context, (manager) =>
      manager.findOneBy(evidenceFileTable.entity, { auditId, fileId }),
    );
    if (!row) throw new NotFound('file', fileId);
    const revision = row.revisions.find(({ revision }) => String(revision) === number);
    if (!revision) throw new NotFound('revision', number);
    return revision;
  }
}

const orderOf = ({ actionId, revisions, fileId }: EvidenceFileView) => `${actionId} ${revisions[0]?.addedAt} ${fileId}`;

const view = (row: EvidenceFileRow): EvidenceFileView => ({
  fileId: row.fileId,
  actionId: row.actionId,
  revisions: [...row.revisions],
  withdrawn: row.withdrawnAt && {
    by: row.withdrawnBy!,
    at: row.withdrawnAt.toISOString(),
    because: row.withdrawnBecause!,
  },
});
