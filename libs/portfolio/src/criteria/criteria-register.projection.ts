import { column, projection, readTable } from '@mainstay/read-store';
import type { Criterion } from './criteria';
import type { CriteriaDraft } from './criteria-sets';
import { criteriaSetEvents } from './criteria-sets.events';

/** Versions that the enterprise published; the shipped version 1 is no row, for everybody has it. */
export const criteriaSetTable = readTable('criteria_set', {
  key: ['setVersion'],
  columns: {
    setVersion: column.integer(),
    name: column.text(),
    criteria: column.json<readonly Criterion[]>(),
    effectiveOn: column.date(),
    reason: column.text(),
    warning: column.text().optional(),
    publishedBy: column.text(),
    publishedAt: column.moment(),
  },
});

/** One row a tenant, from its first draft on: the draft of the next version, and the version of the whole record. */
export const criteriaDraftTable = readTable('criteria_draft', {
  key: ['draftId'],
  columns: {
    draftId: column.text(),
    version: column.integer(),
    /** Null while nobody drafts. */
    draft: column.json<CriteriaDraft>().optional(),
    changedBy: column.text(),
    changedAt: column.moment(),
  },
});

export const criteriaRegister = projection({
  name: 'portfolio.criteria-register',
  version: 1,
  events: criteriaSetEvents,
  tables: { sets: criteriaSetTable, drafts: criteriaDraftTable },
  on: {
    'portfolio.CriteriaDrafted': (event, { drafts }) => drafts.put({ ...stepOf(event), draft: event.data }),
    'portfolio.CriteriaDraftChanged': (event, { drafts }) =>
      drafts.update({ draftId: event.tenant }, ({ draft }) => ({
        ...stepOf(event),
        draft: draft && { ...draft, ...event.data.to },
      })),
    'portfolio.CriteriaDraftDiscarded': (event, { drafts }) => drafts.put({ ...stepOf(event), draft: null }),
    'portfolio.CriteriaPublished': (event, { sets, drafts }) => {
      const { version: setVersion, from: _, ...published } = event.data;
      drafts.put({ ...stepOf(event), draft: null });
      sets.insert({
        ...published,
        setVersion,
        publishedBy: event.metadata.actor,
        publishedAt: event.recorded,
      });
    },
  },
});

interface Happened {
  readonly tenant: string;
  readonly version: number;
  readonly recorded: Date;
  readonly metadata: { readonly actor: string };
}
const stepOf = ({ tenant, version, recorded, metadata }: Happened) => ({
  draftId: tenant,
  version,
  changedBy: metadata.actor,
  changedAt: recorded,
});
