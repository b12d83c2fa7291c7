import { idOfStream, type Recorded } from '@mainstay/event-sourcing';
import { column, projection, readTable } from '@mainstay/read-store';
import { type AccountEvent, accountEvents, noFacts, type Scoring } from '../account.events';
import type { MergedAway } from '../account';
import { type Category, type Direction, shippedIds, type suggestedCategories } from '../category';
import type { ResourceLine } from '../resource/resource.events';
import { comingAfter, type Decided, inForceOn } from '../category-timeline';

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

export const accountRegister = projection({
  name: 'portfolio.account-register',
  version: 5,
  events: accountEvents,
  tables: { accounts: accountTable, decisions: decisionTable, moves: moveTable },
  on: {
    'portfolio.AccountRegistered': ({ tenant, stream, version, recorded, data }, { accounts }) =>
      accounts.insert({
        ...noFacts,
        ...factsOf(data),
        accountId: idOfStream(tenant, stream),
        version,
        category: 'prospect',
        categoryRank: shippedRank('prospect'),
        decisions: [],
        scoringBefore: {},
        registeredAt: recorded,
      }),
    'portfolio.AccountDetailsChanged': ({ tenant, stream, version, data }, { accounts }) =>
      accounts.update({ accountId: idOfStream(tenant, stream) }, { ...data.to, version }),
    'portfolio.AccountArchived': (event, { accounts }) =>
      accounts.update(accountOf(event), {
        version: event.version,
        archivedAt: event.recorded,
        archivedBy: event.metadata.actor,
        archivedBecause: event.data.reason,
      }),
    'portfolio.AccountRestored': (event, { accounts }) =>
      accounts.update(accountOf(event), {
        version: event.version,
        archivedAt: null,
        archivedBy: null,
        archivedBecause: null,
      }),
    'portfolio.AccountMerged': (event, { accounts }) =>
      accounts.update(accountOf(event), {
        version: event.version,
        archivedAt: event.recorded,
        archivedBy: event.metadata.actor,
        archivedBecause: event.data.reason,
        mergedInto: event.data.survivor.accountId,
        mergeId: event.data.mergeId,
        mergeState: 'merging',
      }),
    'portfolio.AccountMergeFinished': (event, { accounts }) =>
      accounts.update(accountOf(event), { version: event.version, mergeState: 'merged' }),
    'portfolio.AccountUnmergeStarted': (event, { accounts }) =>
      accounts.update(accountOf(event), { version: event.version, mergeState: 'unmerging' }),
    'portfolio.AccountUnmerged': (event, { accounts }) =>
      accounts.update(accountOf(event), {
        version: event.version,
        archivedAt: null,
        archivedBy: null,
        archivedBecause: null,
        mergedInto: null,
        mergeId: null,
        mergeState: null,
      }),
    'portfolio.AccountAbsorbed': (event, { accounts }) =>
      accounts.update(accountOf(event), ({ scoring, scoringBefore }) => {
        const { mergeId, to, scoring: taken } = event.data;
        const { actor: scoredBy } = event.metadata;
        const kept = taken?.to && { ...taken.to, scoredBy, scoredAt: event.recorded.toISOString() };
        return {
          ...to,
          version: event.version,
          ...(taken
            ? { ...placed(kept ?? null), scoringBefore: { ...scoringBefore, [mergeId]: scoring ?? null } }
            : {}),
        };
      }),
    'portfolio.AccountParted': (event, { accounts }) =>
      accounts.update(accountOf(event), ({ scoringBefore }) => {
        const { mergeId, to, scoring } = event.data;
        const { [mergeId]: before, ...others } = scoringBefore;
        return {
          ...to,
          version: event.version,
          scoringBefore: others,
          ...(scoring ? placed(before ?? null) : {}),
        };
      }),
    'portfolio.AccountScored': ({ tenant, stream, version, recorded, metadata, data }, { accounts }) => {
      const { from: _, ...scoring } = data;
      const { attractiveness, standing, suggested } = scoring;
      const kept = { ...scoring, scoredBy: metadata.actor, scoredAt: recorded.toISOString() };
      accounts.update(
        { accountId: idOfStream(tenant, stream) },
        { version, attractiveness, standing, suggested, scoring: kept },
      );
    },
    'portfolio.AccountCategorised': (event, { accounts, decisions }) => {
      const { category, effectiveOn, ...rest } = event.data;
      accounts.update(accountOf(event), withDecision(event, category, effectiveOn));
      decisions.insert({
        ...rest,
        ...recordOf(event),
        fromCategory: 'prospect',
        toCategory: category,
        first: true,
        effectiveOn,
      });
    },
    'portfolio.AccountRecategorised': (event, { accounts, decisions, moves }) => {
      const { from, to, effectiveOn, moveId, ...rest } = event.data;
      accounts.update(accountOf(event), withDecision(event, to, effectiveOn));
      decisions.insert({ ...rest, ...recordOf(event), fromCategory: from, toCategory: to, first: false, effectiveOn });
      if (moveId) moves.update({ moveId }, ended(event, 'approved'));
    },
    'portfolio.CategoryDecisionCorrected': (event, { accounts, decisions }) => {
      const { decision, to, reason } = event.data;
      const { accountId } = accountOf(event);
      accounts.update({ accountId }, (row) => {
        const others = row.decisions.filter((one) => one.decision !== decision);
        const corrected = to ? [...others, { decision, ...to }].sort((a, b) => a.decision - b.decision) : others;
        return standing(corrected, event);
      });
      decisions.update(
        { accountId, version: decision },
        {
          correctedTo: to,
          stands: to !== null,
          correctedAt: event.recorded,
          correctedBy: event.metadata.actor,
          correctionReason: reason,
        },
      );
    },
    // The clock that saw the day come and the one that records may differ: the event's own day counts.
    'portfolio.CategoryTookEffect': (event, { accounts }) =>
      accounts.update(accountOf(event), ({ decisions }) => standing(decisions, event, event.data.effectiveOn)),
    'portfolio.CategoryMoveProposed': (event, { accounts, moves }) => {
      const { from, to, ...rest } = event.data;
      const { accountId } = accountOf(event);
      accounts.update({ accountId }, { version: event.version });
      moves.insert({
        ...rest,
        accountId,
        fromCategory: from,
        toCategory: to,
        proposedBy: event.metadata.actor,
        proposedAt: event.recorded,
        state: 'open',
      });
    },
    'portfolio.ExitOpened': (event, { accounts }) => accounts.update(accountOf(event), { version: event.version }),
    'portfolio.ExitPointAssigned': (event, { accounts }) =>
      accounts.update(accountOf(event), { version: event.version }),
    'portfolio.ExitPointSettled': (event, { accounts }) =>
      accounts.update(accountOf(event), { version: event.version }),
    'portfolio.ResourceChecked': (event, { accounts }) => accounts.update(accountOf(event), { version: event.version }),
    'portfolio.CategoryMoveRefused': (event, { accounts, moves }) => {
      accounts.update(accountOf(event), { version: event.version });
      moves.update({ moveId: event.data.moveId }, ended(event, 'refused', event.data.reason));
    },
    'portfolio.CategoryMoveWithdrawn': (event, { accounts, moves }) => {
      accounts.update(accountOf(event), { version: event.version });
      moves.update({ moveId: event.data.moveId }, ended(event, 'withdrawn', event.data.reason));
    },
  },
});

/** The place in the matrix that scores give; none without them. */
const placed = (scoring: KeptScoring | null) => ({
  scoring,
  attractiveness: scoring?.attractiveness ?? null,
  standing: scoring?.standing ?? null,
  suggested: scoring?.suggested ?? null,
});

type Happened = Pick<Recorded<AccountEvent>, 'tenant' | 'stream' | 'version' | 'recorded' | 'metadata'>;

const factsOf = <Data extends { readonly imported?: unknown }>({ imported: _, ...facts }: Data) => facts;

const accountOf = ({ tenant, stream }: Happened) => ({ accountId: idOfStream(tenant, stream) });

const recordOf = (event: Happened) => ({
  ...accountOf(event),
  version: event.version,
  recordedAt: event.recorded,
  recordedBy: event.metadata.actor,
  stands: true,
});

const withDecision =
  (event: Happened, category: Category, effectiveOn: string) =>
  ({ decisions }: { readonly decisions: readonly Decided[] }) =>
    standing([...decisions, { decision: event.version, category, effectiveOn }], event);

/** What holds on the day of the event, and what is to come. */
function standing(
  decisions: readonly Decided[],
  { recorded, version }: Happened,
  today = recorded.toISOString().slice(0, 10),
) {
  const held = inForceOn(decisions, today);
  const coming = comingAfter(decisions, today);
  const category = held?.category ?? 'prospect';
  return {
    decisions,
    category,
    categoryRank: shippedRank(category),
    categoryEffectiveOn: held?.effectiveOn ?? null,
    comingCategory: coming?.category ?? null,
    comingOn: coming?.effectiveOn ?? null,
    version,
  };
}

const shippedRank = (category: Category): number => shippedIds.findIndex((id) => id === category);

const ended = (event: Happened, state: 'approved' | 'refused' | 'withdrawn', endReason?: string) => ({
  state,
  endedBy: event.metadata.actor,
  endedAt: event.recorded,
  endReason,
});
