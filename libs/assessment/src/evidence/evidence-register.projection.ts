import { idOfStream, type RecordedEvent } from '@mainstay/event-sourcing';
import { projection } from '@mainstay/read-store';
import { auditEvents } from '../audit/audit.events';
import type { FileRevision } from '../audit/evidence-file.events';
import { evidenceFileTable, type RecordedRevision } from './evidence-file.table';

export const evidenceRegister = projection({
  name: 'assessment.evidence-register',
  version: 1,
  events: auditEvents,
  tables: { file: evidenceFileTable },
  on: {
    'assessment.EvidenceFileAttached': (event, rows) => {
      const { divisionId: _division, actionId, fileId, ...first } = event.data;
      const auditId = idOfStream(event.tenant, event.stream);
      rows.file.insert({ fileId, auditId, actionId, revisions: [recorded(event, first)] });
    },
    'assessment.EvidenceFileRevised': (event, rows) => {
      const { fileId, to, reason } = event.data;
      rows.file.update({ fileId }, ({ revisions }) => ({ revisions: [...revisions, recorded(event, to, reason)] }));
    },
    'assessment.EvidenceFileWithdrawn': (event, rows) => {
      const { fileId, reason } = event.data;
      const withdrawn = { withdrawnAt: event.recorded, withdrawnBy: event.metadata.actor, withdrawnBecause: reason };
      rows.file.update({ fileId }, withdrawn);
    },
  },
});

const recorded = (event: RecordedEvent, file: FileRevision, reason?: string): RecordedRevision => ({
  ...file,
  evidenceOn: file.evidenceOn ?? null,
  addedBy: event.metadata.actor,
  addedAt: event.recorded.toISOString(),
  reason: reason ?? null,
});
