import { idOfStream, type Recorded } from '@mainstay/event-sourcing';
import { projection } from '@mainstay/read-store';
import { type AccountEvent, accountEvents, noFacts } from '../account.events';
import { type Category, shippedIds } from '../category';
import { comingAfter, type Decided, inForceOn } from '../category-timeline';
import { accountTable, decisionTable, type KeptScoring, moveTable } from './account-register.tables';

/** What becomes of every account, decision and proposed move, event by event. */
export const accountRegister = projection({
  name: 'portfolio.account-register',
  version: 7,
  events: accountEvents,
  tables: { accounts: accountTable, decisions: decisionTable, moves: moveTable },
  on: {
    'portfolio.AccountRegistered': ({ tenant, stream, version, recorded, data }, { accounts }) =>
      accounts.insert({
        ...noFacts,
        ...factsOf(data),
        accountId: idOfStream(tenant, stream),
        version,
        formerNames: [],
        category: 'prospect',
        categoryRank: shippedRank('prospect'),
        decisions: [],
        scoringBefore: {},
        registeredAt: recorded,
      }),
    'portfolio.AccountDetailsChanged': (event, { accounts }) => {
      const { from, to } = event.data;
      const changed = { ...to, version: event.version };
      if (to.name === undefined) accounts.update(accountOf(event), changed);
      else
        accounts.update(accountOf(event), (row) => {
          const others = row.formerNames.filter((name) => name !== from.name && name !== to.name);
          return { ...changed, formerNames: [...others, from.name!] };
        });
    },
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
      accounts.update(accountOf(event), ({ scoring, scoringBefore, formerNames }) => {
        const { mergeId, from, to, scoring: taken } = event.data;
        const { actor: scoredBy } = event.metadata;
        const kept = taken?.to && { ...taken.to, scoredBy, scoredAt: event.recorded.toISOString() };
        return {
          ...to,
          version: event.version,
          formerNames: to.name === undefined ? formerNames : [...formerNames, from.name!],
          ...(taken
            ? { ...placed(kept ?? null), scoringBefore: { ...scoringBefore, [mergeId]: scoring ?? null } }
            : {}),
        };
      }),
    'portfolio.AccountParted': (event, { accounts }) =>
      accounts.update(accountOf(event), ({ scoringBefore, formerNames }) => {
        const { mergeId, to, scoring } = event.data;
        const { [mergeId]: before, ...others } = scoringBefore;
        return {
          ...to,
          version: event.version,
          // The name is its own again, and had been so for the time of the merge alone.
          formerNames: to.name === undefined ? formerNames : formerNames.filter((name) => name !== to.name),
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
