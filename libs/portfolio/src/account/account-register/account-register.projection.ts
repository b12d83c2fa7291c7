import { idOfStream } from '@mainstay/event-sourcing';
import { column, projection, readTable } from '@mainstay/read-store';
import { accountEvents, type Scoring } from '../account.events';
import { type Category, rankOf, type suggestedCategories } from '../category';

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
    category: column.text<Category>(),
    /** Order of the categories, for sorting. */
    categoryRank: column.integer(),
    /** Null before the first decision. */
    categoryEffectiveOn: column.date().optional(),
    attractiveness: column.number().optional(),
    standing: column.number().optional(),
    suggested: column.text<(typeof suggestedCategories)[number]>().optional(),
    scoring: column.json<KeptScoring>().optional(),
    registeredAt: column.moment(),
  },
  indexes: [['name', 'accountId'], ['code'], ['spend', 'accountId'], ['categoryRank', 'accountId'], ['leadId']],
});

/** Every decision on a category, as it was recorded; rows never change. */
export const decisionTable = readTable('category_decision', {
  key: ['decisionId'],
  columns: {
    decisionId: column.text(),
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
  },
  indexes: [['accountId', 'version'], ['effectiveOn']],
});

export const accountRegister = projection({
  name: 'portfolio.account-register',
  version: 1,
  events: accountEvents,
  tables: { accounts: accountTable, decisions: decisionTable },
  on: {
    'portfolio.AccountRegistered': ({ tenant, stream, version, recorded, data }, { accounts }) =>
      accounts.insert({
        ...data,
        accountId: idOfStream(tenant, stream),
        version,
        category: 'prospect',
        categoryRank: rankOf('prospect'),
        registeredAt: recorded,
      }),
    'portfolio.AccountDetailsChanged': ({ tenant, stream, version, data }, { accounts }) =>
      accounts.update({ accountId: idOfStream(tenant, stream) }, { ...data.to, version }),
    'portfolio.AccountScored': ({ tenant, stream, version, recorded, metadata, data }, { accounts }) => {
      const { from: _, ...scoring } = data;
      const { attractiveness, standing, suggested } = scoring;
      const kept = { ...scoring, scoredBy: metadata.actor, scoredAt: recorded.toISOString() };
      accounts.update(
        { accountId: idOfStream(tenant, stream) },
        { version, attractiveness, standing, suggested, scoring: kept },
      );
    },
    'portfolio.AccountCategorised': (
      { id, tenant, stream, version, recorded, metadata, data },
      { accounts, decisions },
    ) => {
      const accountId = idOfStream(tenant, stream);
      const { category, effectiveOn, ...rest } = data;
      accounts.update({ accountId }, standing(category, effectiveOn, version));
      decisions.insert({
        ...rest,
        decisionId: id,
        accountId,
        version,
        fromCategory: 'prospect',
        toCategory: category,
        first: true,
        effectiveOn,
        recordedAt: recorded,
        recordedBy: metadata.actor,
      });
    },
    'portfolio.AccountRecategorised': (
      { id, tenant, stream, version, recorded, metadata, data },
      { accounts, decisions },
    ) => {
      const accountId = idOfStream(tenant, stream);
      const { from, to, effectiveOn, ...rest } = data;
      accounts.update({ accountId }, standing(to, effectiveOn, version));
      decisions.insert({
        ...rest,
        decisionId: id,
        accountId,
        version,
        fromCategory: from,
        toCategory: to,
        first: false,
        effectiveOn,
        recordedAt: recorded,
        recordedBy: metadata.actor,
      });
    },
  },
});

const standing = (category: Category, effectiveOn: string, version: number) => ({
  category,
  categoryRank: rankOf(category),
  categoryEffectiveOn: effectiveOn,
  version,
});
