import { column, readTable } from '@mainstay/read-store';
import type { MergedAway } from '../account';
import type { Scoring } from '../account.events';
import type { Category, Direction, suggestedCategories } from '../category';
import type { Decided } from '../category-timeline';
import type { ResourceLine } from '../resource/resource.events';

/** Scores as the register keeps them: also who gave them, and when. */
export interface KeptScoring extends Scoring {
  readonly scoredBy: string;
  readonly scoredAt: string;
}

/** Every account as it stands. */
export const accountTable = readTable('account', {
  key: ['accountId'],
  columns: {
    accountId: column.text(),
    version: column.integer(),
    code: column.text(),
    name: column.label(),
    /** What the account was called before, the latest last. */
    formerNames: column.textArray(),
    industry: column.text(),
    countries: column.textArray(),
    divisionIds: column.textArray(),
    leadId: column.text().optional(),
    sponsorId: column.text().optional(),
    spend: column.number(),
    parentId: column.text().optional(),
    sites: column.textArray(),
    crmId: column.text().optional(),
    duns: column.text().optional(),
    vat: column.text().optional(),
    potential: column.number().optional(),
    growth: column.number().optional(),
    archivedAt: column.moment().optional(),
    archivedBy: column.text().optional(),
    archivedBecause: column.text().optional(),
    /** The account that stands for this customer since they were merged; this one is out of use like an archived one. */
    mergedInto: column.text().optional(),
    mergeId: column.text().optional(),
    mergeState: column.text<MergedAway['state']>().optional(),
    /** By merge: the scores that stood here before those of the other account were taken over. */
    scoringBefore: column.json<Readonly<Record<string, KeptScoring | null>>>(),
    category: column.text<Category>(),
    /** Place of a shipped category among the shipped ones: how they sort until the enterprise says otherwise. */
    categoryRank: column.integer(),
    /** Null before the first decision takes effect. */
    categoryEffectiveOn: column.date().optional(),
    /** A decision made ahead: where the account goes next, and when. */
    comingCategory: column.text<Category>().optional(),
    comingOn: column.date().optional(),
    /** Every decision as it stands after corrections. */
    decisions: column.json<readonly Decided[]>(),
    attractiveness: column.number().optional(),
    standing: column.number().optional(),
    suggested: column.text<(typeof suggestedCategories)[number]>().optional(),
    scoring: column.json<KeptScoring>().optional(),
    registeredAt: column.moment(),
  },
  indexes: [
    ['name', 'accountId'],
    ['code'],
    ['spend', 'accountId'],
    ['categoryRank', 'accountId'],
    ['leadId'],
    ['parentId'],
    ['crmId'],
    ['comingOn'], // asked for across tenants every minute
    ['duns'],
    ['vat'],
    ['mergedInto'],
    ['archivedAt'], // counts the accounts of a list without a look at each
  ],
});

/** Every decision on a category, as it was recorded; a correction stands beside it. */
export const decisionTable = readTable('category_decision', {
  key: ['accountId', 'version'],
  columns: {
    accountId: column.text(),
    /** Version of the account that the decision made: their order on the recorded clock. */
    version: column.integer(),
    fromCategory: column.text<Category>(),
    toCategory: column.text<Category>(),
    first: column.boolean(),
    effectiveOn: column.date(),
    recordedAt: column.moment(),
    recordedBy: column.text(),
    decidedBy: column.text().optional(),
    approvedBy: column.text().optional(),
    reason: column.text(),
    resource: column.text().optional(),
    suggested: column.text<(typeof suggestedCategories)[number]>().optional(),
    criteriaVersion: column.integer().optional(),
    proposedBy: column.text().optional(),
    /** The round that the decision belongs to. */
    roundId: column.text().optional(),
    /** What the decision says since it was corrected; null category: there was none. */
    correctedTo: column.json<{ category: Category; effectiveOn: string }>().optional(),
    correctedAt: column.moment().optional(),
    correctedBy: column.text().optional(),
    correctionReason: column.text().optional(),
    /** False once a correction said that there was no such decision. */
    stands: column.boolean(),
  },
  indexes: [['effectiveOn']],
});

/** Every move that was proposed, and what became of it. */
export const moveTable = readTable('category_move', {
  key: ['moveId'],
  columns: {
    moveId: column.text(),
    accountId: column.text(),
    fromCategory: column.text<Category>(),
    toCategory: column.text<Category>(),
    direction: column.text<Direction>(),
    effectiveOn: column.date(),
    reason: column.text(),
    resource: column.text().optional(),
    suggested: column.text<(typeof suggestedCategories)[number]>().optional(),
    criteriaVersion: column.integer().optional(),
    proposedBy: column.text(),
    proposedAt: column.moment(),
    roundId: column.text().optional(),
    state: column.text<'open' | 'approved' | 'refused' | 'withdrawn'>(),
    endedBy: column.text().optional(),
    endedAt: column.moment().optional(),
    /** Why it was refused or withdrawn. */
    endReason: column.text().optional(),
    resources: column.json<readonly ResourceLine[]>().optional(),
    checkOn: column.date().optional(),
  },
  indexes: [['accountId'], ['state', 'proposedAt']],
});
