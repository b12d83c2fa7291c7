import { eventTypes, type EventsOf, type Recorded } from '@mainstay/event-sourcing';
import { z } from 'zod';

/** The division audited, where it is one. */
const divisionId = z.string().optional();

/** One revision of a file: its bytes are kept by their SHA-256, outside the event. */
export const fileRevision = z.strictObject({
  revision: z.int().positive(),
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.int().positive(),
  /** Of the bytes, in lower-case hexadecimal. */
  sha256: z.string(),
  /** Date of what the file shows. */
  evidenceOn: z.iso.date().optional(),
});
export type FileRevision = z.infer<typeof fileRevision>;

const file = { divisionId, actionId: z.string(), fileId: z.string() };

export const evidenceFileEvents = eventTypes({
  /** A file was put beside an action as evidence. */
  'assessment.EvidenceFileAttached': { schema: z.strictObject({ ...file, ...fileRevision.shape }) },
  /** Another file took its place; the earlier revision stays readable. */
  'assessment.EvidenceFileRevised': {
    schema: z.strictObject({ ...file, from: fileRevision, to: fileRevision, reason: z.string() }),
  },
  /** The file no longer counts as evidence; every revision stays readable. */
  'assessment.EvidenceFileWithdrawn': {
    schema: z.strictObject({ ...file, from: fileRevision, reason: z.string() }),
  },
});
export type EvidenceFileEvent = EventsOf<typeof evidenceFileEvents>;

/** A file as the audit knows it. */
export interface EvidenceFile {
  readonly actionId: string;
  /** Oldest first. */
  readonly revisions: readonly FileRevision[];
  readonly withdrawn: boolean;
}
export type EvidenceFiles = Readonly<Record<string, EvidenceFile>>;

export function withFile(files: EvidenceFiles, event: Recorded<EvidenceFileEvent>): EvidenceFiles {
  const { fileId, actionId } = event.data;
  return { ...files, [fileId]: { actionId, ...changed(files[fileId], event) } };
}

function changed(
  file: EvidenceFile | undefined,
  event: Recorded<EvidenceFileEvent>,
): Pick<EvidenceFile, 'revisions' | 'withdrawn'> {
  const revisions = file?.revisions ?? [];
  switch (event.type) {
    case 'assessment.EvidenceFileAttached': {
      const { divisionId: _division, actionId: _action, fileId: _file, ...first } = event.data;
      return { revisions: [first], withdrawn: false };
    }
    case 'assessment.EvidenceFileRevised':
      return { revisions: [...revisions, event.data.to], withdrawn: false };
    case 'assessment.EvidenceFileWithdrawn':
      return { revisions, withdrawn: true };
  }
}
