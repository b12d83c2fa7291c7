import { idOfStream, type Recorded } from '@mainstay/event-sourcing';
import { column, projection, readTable } from '@mainstay/read-store';
import type { Category, suggestedCategories } from '../account/category';
import type { CriteriaContent } from '../criteria/criteria-sets.events';
import { type GivenScores, scoringEvents, type SettledScores } from '../scoring/scoring.events';
import { type RoundEvent, roundEvents } from './round.events';

type Suggested = (typeof suggestedCategories)[number];

export const roundTable = readTable('round', {
  key: ['roundId'],
  columns: {
    roundId: column.text(),
    name: column.label(),
    /** Null where the round was opened under a draft. */
    criteriaVersion: column.integer().optional(),
    draft: column.json<CriteriaContent>().optional(),
    filter: column.json<Readonly<Record<string, string>>>(),
    dueOn: column.date(),
    reason: column.text(),
    state: column.text<'open' | 'closed'>(),
    openedBy: column.text(),
    openedAt: column.moment(),
    closedBy: column.text().optional(),
    closedAt: column.moment().optional(),
    closeReason: column.text().optional(),
    /** By scorer: the last reminder. */
    reminders: column.json<Readonly<Record<string, { by: string; at: string; note: string | null }>>>(),
  },
});

/** The accounts of a round: who scores them, who has, what was agreed and what was decided. */
export const roundAccountTable = readTable('round_account', {
  key: ['roundId', 'accountId'],
  columns: {
    roundId: column.text(),
    accountId: column.text(),
    /** The category when the round was opened. */
    held: column.text<Category>(),
    scorerIds: column.textArray(),
    givenBy: column.textArray(),
    /** Null until the scores are settled. */
    agreedSuggested: column.text<Suggested>().optional(),
    agreedAttractiveness: column.number().optional(),
    agreedStanding: column.number().optional(),
    decision: column.text<'accepted' | 'refused'>().optional(),
    decidedFrom: column.text<Category>().optional(),
    decidedTo: column.text<Category>().optional(),
    decidedBy: column.text().optional(),
    decidedAt: column.moment().optional(),
    decisionReason: column.text().optional(),
    moveId: column.text().optional(),
  },
  indexes: [['accountId']],
});

/** What scorers say of an account on one occasion: a round, or a version of the criteria. */
export const scoringTable = readTable('account_scoring', {
  key: ['accountId', 'occasion'],
  columns: {
    accountId: column.text(),
    occasion: column.text(),
    criteriaVersion: column.integer().optional(),
    /** By scorer; those of the present pass. */
    given: column.json<Readonly<Record<string, GivenScores & { givenAt: string }>>>(),
    settled: column.json<SettledScores & { without: readonly string[]; reason: string | null }>().optional(),
    settledBy: column.text().optional(),
    settledAt: column.moment().optional(),
  },
});

export const roundRegister = projection({
  name: 'portfolio.rounds',
  version: 1,
  events: { ...roundEvents, ...scoringEvents },
  tables: { rounds: roundTable, accounts: roundAccountTable, scorings: scoringTable },
  on: {
    'portfolio.RoundOpened': (event, { rounds, accounts }) => {
      const { held, ...round } = event.data;
      const opened = { openedBy: event.metadata.actor, openedAt: event.recorded };
      rounds.insert({ ...round, ...opened, state: 'open', reminders: {} });
      for (const { category, accountIds } of held) {
        for (const accountId of accountIds) {
          accounts.insert({ roundId: round.roundId, accountId, held: category, scorerIds: [], givenBy: [] });
        }
      }
    },
    'portfolio.ScorersAssigned': ({ data: { roundId, changes } }, { accounts }) => {
      for (const { accountIds, to } of changes) {
        for (const accountId of accountIds) accounts.update({ roundId, accountId }, { scorerIds: to });
      }
    },
    'portfolio.ScorersReminded': ({ data, metadata, recorded }, { rounds }) => {
      const { roundId, scorerIds, note } = data;
      const reminder = { by: metadata.actor, at: recorded.toISOString(), note };
      rounds.update({ roundId }, ({ reminders }) => ({
        reminders: { ...reminders, ...Object.fromEntries(scorerIds.map((id) => [id, reminder])) },
      }));
    },
    'portfolio.RoundDueMoved': ({ data: { roundId, to } }, { rounds }) => rounds.update({ roundId }, { dueOn: to }),
    'portfolio.RoundMovesAccepted': (event, { accounts }) => {
      for (const { accountId, moveId, ...move } of event.data.moves) {
        accounts.update({ roundId: event.data.roundId, accountId }, { ...decided(event, move, 'accepted'), moveId });
      }
    },
    'portfolio.RoundMovesRefused': (event, { accounts }) => {
      for (const { accountId, ...move } of event.data.moves) {
        accounts.update({ roundId: event.data.roundId, accountId }, decided(event, move, 'refused'));
      }
    },
    'portfolio.RoundClosed': ({ data: { roundId, reason }, metadata, recorded }, { rounds }) =>
      rounds.update(
        { roundId },
        { state: 'closed', closedBy: metadata.actor, closedAt: recorded, closeReason: reason },
      ),
    'portfolio.RoundReopened': ({ data: { roundId } }, { rounds }) =>
      rounds.update({ roundId }, { state: 'open', closedBy: null, closedAt: null, closeReason: null }),
    'portfolio.ScoresGiven': ({ tenant, stream, data, recorded }, { accounts, scorings }) => {
      const { occasion, roundId, criteriaVersion, scorerId, from: _, ...given } = data;
      const accountId = idOfStream(tenant, stream);
      scorings.upsert({ accountId, occasion }, (row) => ({
        accountId,
        occasion,
        criteriaVersion,
        given: { ...(row?.settled ? {} : row?.given), [scorerId]: { ...given, givenAt: recorded.toISOString() } },
        settled: null,
        settledBy: null,
        settledAt: null,
      }));
      if (roundId) {
        accounts.update({ roundId, accountId }, ({ givenBy }) => ({
          givenBy: givenBy.includes(scorerId) ? givenBy : [...givenBy, scorerId],
        }));
      }
    },
    'portfolio.ScoresSettled': ({ tenant, stream, data, metadata, recorded }, { accounts, scorings }) => {
      const { occasion, roundId, criteriaVersion, said: _, from: _f, ...settled } = data;
      const accountId = idOfStream(tenant, stream);
      const by = { settledBy: metadata.actor, settledAt: recorded };
      scorings.update({ accountId, occasion }, { criteriaVersion, settled, ...by });
      if (!roundId) return;
      const { suggested, attractiveness, standing } = settled;
      accounts.update(
        { roundId, accountId },
        { agreedSuggested: suggested, agreedAttractiveness: attractiveness, agreedStanding: standing },
      );
    },
    'portfolio.ScoringReopened': ({ tenant, stream, data: { occasion, roundId } }, { accounts, scorings }) => {
      const accountId = idOfStream(tenant, stream);
      scorings.update({ accountId, occasion }, { settled: null, settledBy: null, settledAt: null });
      if (!roundId) return;
      accounts.update(
        { roundId, accountId },
        { agreedSuggested: null, agreedAttractiveness: null, agreedStanding: null },
      );
    },
  },
});

const decided = (
  { metadata, recorded, data }: Pick<Recorded<RoundEvent>, 'metadata' | 'recorded'> & { data: { reason: string } },
  { from, to }: { readonly from: Category; readonly to: Category },
  decision: 'accepted' | 'refused',
) => ({
  decision,
  decidedFrom: from,
  decidedTo: to,
  decidedBy: metadata.actor,
  decidedAt: recorded,
  decisionReason: data.reason,
});
