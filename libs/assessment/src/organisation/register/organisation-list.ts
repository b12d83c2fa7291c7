import { paging } from '@mainstay/http';
import { z } from 'zod';
import { scope } from '../../audit/audit.events';
import { elementId, elementIds } from '../catalogue/organisation-catalogue';
import { band, standing } from '../standing/views';

export const organisationStatuses = ['not-started', 'under-way', 'settled', 'signed-off'] as const;

/** Facts and position of one assessment, as lists and pages show them. */
export const organisationSummary = z.object({
  id: z.string(),
  title: z.string(),
  scope,
  catalogueVersion: z.int(),
  assessedOn: z.iso.date(),
  /** False: marked as not transnational; element E is shown, scored and kept in the maximum all the same. */
  transnational: z.boolean(),
  assessorIds: z.array(z.string()),
  /** Settled when every cell is; only then is the score a result. */
  status: z.enum(organisationStatuses),
  score: z.int(),
  maximum: z.int(),
  ...band.shape,
  elements: z.array(z.object({ element: elementId, score: z.int() })),
  progress: z.object({ cells: z.int(), answered: z.int(), settled: z.int() }),
  lastAnsweredAt: z.iso.datetime().nullable(),
  signedOffAt: z.iso.datetime().nullable(),
});
export type OrganisationSummary = z.infer<typeof organisationSummary>;

export const organisationFacts = organisationSummary.extend({
  transnationalReason: z.string().nullable(),
  openedBy: z.string(),
  openedAt: z.iso.datetime(),
  signedOffBy: z.string().nullable(),
  signOffNote: z.string().nullable(),
  /** Of the record: send it back as If-Match to change what you have seen and nothing newer. */
  version: z.int(),
});
export type OrganisationFacts = z.infer<typeof organisationFacts>;

export const organisationDetail = organisationFacts.extend({
  standing,
  /** Whether the reader is told who said what. */
  showsAssessors: z.boolean(),
});
export type OrganisationDetail = z.infer<typeof organisationDetail>;

/** How the list of assessments is narrowed, in the page as in the download. */
export const organisationFilter = z.object({
  q: z.string().trim().max(100).optional().describe('Part of the title'),
  scope: z.enum(['programme', 'division']).optional(),
  divisionId: z.string().max(100).optional(),
  status: z.enum(['open', 'signed-off']).optional(),
  mine: z.enum(['true', 'false']).optional().describe('Only assessments that the person is assigned to'),
});
export type OrganisationFilter = z.infer<typeof organisationFilter>;

const sorts = ['assessedOn', '-assessedOn', 'title', '-title'] as const;

export const organisationPage = organisationFilter.extend({
  sort: z.enum(sorts).default('-assessedOn').describe('A leading minus sorts downwards'),
  ...paging,
});
export type OrganisationPage = z.infer<typeof organisationPage>;

export const organisationList = z.object({
  items: z.array(organisationSummary),
  total: z.int(),
  next: z.string().nullable().describe('Cursor of the next page'),
});

export const organisationListColumns: Readonly<
  Record<string, (assessment: OrganisationSummary) => string | number | null>
> = {
  'Assessment id': ({ id }) => id,
  Title: ({ title }) => title,
  Scope: ({ scope }) => scope.kind,
  'Division id': ({ scope }) => (scope.kind === 'division' ? scope.divisionId : null),
  Date: ({ assessedOn }) => assessedOn,
  Status: ({ status }) => status,
  Score: ({ score }) => score,
  Maximum: ({ maximum }) => maximum,
  Band: ({ band }) => band,
  Transnational: ({ transnational }) => (transnational ? 'yes' : 'no'),
  'Cells answered': ({ progress }) => progress.answered,
  'Cells settled': ({ progress }) => progress.settled,
  ...Object.fromEntries(
    elementIds.map((id) => [
      `Element ${id}`,
      ({ elements }: OrganisationSummary) => elements.find(({ element }) => element === id)!.score,
    ]),
  ),
};
