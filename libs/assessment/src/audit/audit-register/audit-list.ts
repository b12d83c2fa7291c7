import { paging } from '@mainstay/http';
import { z } from 'zod';
import { auditStates, type AuditSummary, auditSummary } from '../audit.views';

/** How the list of audits is narrowed, in the page as in the download. */
export const auditFilter = z.object({
  q: z.string().trim().max(100).optional().describe('Part of the title'),
  scope: z.enum(['programme', 'division']).optional(),
  divisionId: z.string().max(100).optional(),
  status: z.enum(auditStates).optional(),
  mine: z.enum(['true', 'false']).optional().describe('Only audits that the person is assigned to'),
});
export type AuditFilter = z.infer<typeof auditFilter>;

const sorts = ['auditDate', '-auditDate', 'title', '-title', 'score', '-score'] as const;

export const auditPage = auditFilter.extend({
  sort: z.enum(sorts).default('-auditDate').describe('A leading minus sorts downwards'),
  ...paging,
});
export type AuditPage = z.infer<typeof auditPage>;

export const auditList = z.object({
  items: z.array(auditSummary),
  total: z.int(),
  next: z.string().nullable().describe('Cursor of the next page'),
});

export const auditListColumns: Readonly<Record<string, (audit: AuditSummary) => string | number | null>> = {
  'Audit id': ({ id }) => id,
  Title: ({ title }) => title,
  Scope: ({ scope }) => scope.kind,
  'Division id': ({ scope }) => (scope.kind === 'division' ? scope.divisionId : null),
  Date: ({ auditDate }) => auditDate,
  Status: ({ status }) => status,
  Score: ({ score }) => score,
  Maximum: ({ maximum }) => maximum,
  Answered: ({ progress }) => progress.answered,
  'Not relevant': ({ progress }) => progress.notRelevant,
  Unconfirmed: ({ progress }) => progress.unconfirmed,
  Unanswered: ({ progress }) => progress.unanswered,
  'Signed off by': ({ signedOff }) => signedOff?.by ?? null,
  'Signed off at': ({ signedOff }) => signedOff?.at ?? null,
};
