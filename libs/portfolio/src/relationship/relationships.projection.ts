import { idOfStream } from '@mainstay/event-sourcing';
import { column, projection, readTable } from '@mainstay/read-store';
import { offeringEvents } from './offerings';
import { type CellState, type RelationshipLevel, relationshipsEvents } from './relationships.events';

/** Whom each contact reports to. */
export const reportingLineTable = readTable('reporting_line', {
  key: ['contactId'],
  columns: {
    contactId: column.text(),
    accountId: column.text(),
    /** Null: nobody that we know of. */
    reportsTo: column.text().optional(),
  },
  indexes: [['accountId']],
});

export const relationshipLevelTable = readTable('relationship_level', {
  key: ['accountId', 'effectiveOn'],
  columns: {
    accountId: column.text(),
    effectiveOn: column.date(),
    level: column.text<RelationshipLevel>(),
    reason: column.text(),
    setBy: column.text(),
    setAt: column.moment(),
  },
});

export const whiteSpaceTable = readTable('white_space', {
  key: ['accountId', 'divisionId', 'offeringId'],
  columns: {
    accountId: column.text(),
    divisionId: column.text(),
    offeringId: column.text(),
    /** Null: taken back. */
    state: column.text<CellState>().optional(),
  },
});

export const walletShareTable = readTable('wallet_share', {
  key: ['accountId', 'measuredOn'],
  columns: {
    accountId: column.text(),
    measuredOn: column.date(),
    ours: column.number(),
    total: column.number(),
    source: column.text(),
  },
});

export const offeringTable = readTable('offering', {
  key: ['offeringId'],
  columns: {
    offeringId: column.text(),
    code: column.text(),
    name: column.label(),
    offered: column.boolean(),
  },
});

export const relationshipRegister = projection({
  name: 'portfolio.relationship-register',
  version: 1,
  events: { ...relationshipsEvents, ...offeringEvents },
  tables: {
    lines: reportingLineTable,
    levels: relationshipLevelTable,
    cells: whiteSpaceTable,
    wallets: walletShareTable,
    offerings: offeringTable,
  },
  on: {
    'portfolio.ReportingLineSet': ({ tenant, stream, data: { contactId, to } }, { lines }) =>
      lines.put({ contactId, accountId: idOfStream(tenant, stream), reportsTo: to }),
    'portfolio.RelationshipLevelSet': ({ tenant, stream, data, metadata, recorded }, { levels }) => {
      const { to: level, effectiveOn, reason } = data;
      levels.put({
        accountId: idOfStream(tenant, stream),
        effectiveOn,
        level,
        reason,
        setBy: metadata.actor,
        setAt: recorded,
      });
    },
    'portfolio.WhiteSpaceMarked': ({ tenant, stream, data: { divisionId, offeringId, to } }, { cells }) =>
      cells.put({ accountId: idOfStream(tenant, stream), divisionId, offeringId, state: to }),
    'portfolio.WalletShareRecorded': ({ tenant, stream, data: { on, to } }, { wallets }) =>
      wallets.put({ accountId: idOfStream(tenant, stream), measuredOn: on, ...to }),
    'portfolio.OfferingAdded': ({ data }, { offerings }) => offerings.insert({ ...data, offered: true }),
    'portfolio.OfferingChanged': ({ data: { offeringId, to } }, { offerings }) => offerings.update({ offeringId }, to),
  },
});
