import { assertPast, decider, type Recorded, Refused, type RequestContext } from '@mainstay/event-sourcing';
import {
  type CellState,
  type RelationshipLevel,
  type RelationshipsEvent,
  relationshipsEvents,
  type Wallet,
} from './relationships.events';

/** How we stand with one customer as a whole; how somebody stands with one person is the contact's own record. */
export interface Relationships {
  /** The superior of each contact that has one. */
  readonly reportsTo: Readonly<Record<string, string>>;
  /** By the day from which it holds. */
  readonly levels: Readonly<Record<string, RelationshipLevel>>;
  /** By division and offering. */
  readonly cells: Readonly<Record<string, CellState>>;
  /** By day. */
  readonly wallets: Readonly<Record<string, Wallet>>;
}

export const relationships = decider<Relationships, RelationshipsEvent>({
  stream: 'portfolio.relationships',
  initial: { reportsTo: {}, levels: {}, cells: {}, wallets: {} },
  events: relationshipsEvents,
  evolve,
});

function evolve(state: Relationships, event: Recorded<RelationshipsEvent>): Relationships {
  switch (event.type) {
    case 'portfolio.ReportingLineSet':
      return { ...state, reportsTo: withEntry(state.reportsTo, event.data.contactId, event.data.to) };
    case 'portfolio.RelationshipLevelSet':
      return { ...state, levels: { ...state.levels, [event.data.effectiveOn]: event.data.to } };
    case 'portfolio.WhiteSpaceMarked': {
      const { divisionId, offeringId, to } = event.data;
      return { ...state, cells: withEntry(state.cells, cellOf(divisionId, offeringId), to) };
    }
    case 'portfolio.WalletShareRecorded':
      return { ...state, wallets: { ...state.wallets, [event.data.on]: event.data.to } };
    default:
      return event satisfies never;
  }
}

export interface SetReportingLine {
  readonly contactId: string;
  readonly reportsTo: string | null;
  readonly reason: string;
}

export function setReportingLine(state: Relationships, body: SetReportingLine): RelationshipsEvent[] {
  const { contactId, reportsTo: to, reason } = body;
  const from = entry(state.reportsTo, contactId);
  if (from === to) return [];
  if (to !== null && reachesUp(state, to, contactId)) {
    throw new Refused(
      'relationship.reporting-cycle',
      'reportsTo: nobody reports to himself or herself, nor to people below.',
    );
  }
  if (from !== null && !reason) throw new Refused('relationship.reason-missing', 'reason: say why the line changes.');
  return [{ type: 'portfolio.ReportingLineSet', data: { contactId, from, to, reason } }];
}

/** An erased person stands in no line of the chart, up or down. */
export function forgetContact(
  state: Relationships,
  { contactId }: { readonly contactId: string },
): RelationshipsEvent[] {
  return Object.entries(state.reportsTo)
    .filter(([below, superior]) => below === contactId || superior === contactId)
    .map(([below, from]) => ({
      type: 'portfolio.ReportingLineSet',
      data: { contactId: below, from, to: null, reason: 'A person of this line was erased.' },
    }));
}

export interface SetLevel {
  readonly level: RelationshipLevel;
  readonly effectiveOn: string;
  readonly reason: string;
}

export function setLevel(state: Relationships, body: SetLevel, context: RequestContext): RelationshipsEvent[] {
  const { level: to, effectiveOn, reason } = body;
  assertPast('relationship.in-future', 'effectiveOn', effectiveOn, context);
  const from = levelOn(state, effectiveOn);
  if (from === to) return [];
  if (!reason)
    throw new Refused('relationship.reason-missing', 'reason: say what shows that the relationship has this level.');
  return [{ type: 'portfolio.RelationshipLevelSet', data: { from, to, effectiveOn, reason }, effectiveOn }];
}

export interface MarkWhiteSpace {
  readonly divisionId: string;
  readonly offeringId: string;
  /** Null: nobody has said. */
  readonly state: CellState | null;
  readonly reason: string;
}

export function markWhiteSpace(state: Relationships, body: MarkWhiteSpace): RelationshipsEvent[] {
  const { divisionId, offeringId, state: to, reason } = body;
  const from = entry(state.cells, cellOf(divisionId, offeringId));
  if (from === to) return [];
  return [{ type: 'portfolio.WhiteSpaceMarked', data: { divisionId, offeringId, from, to, reason } }];
}

export interface RecordWallet extends Wallet {
  readonly on: string;
  readonly reason: string;
}

export function recordWallet(state: Relationships, body: RecordWallet, context: RequestContext): RelationshipsEvent[] {
  const { on, reason, ours, total, source } = body;
  assertPast('relationship.in-future', 'on', on, context);
  if (ours > total) throw new Refused('wallet.over-total', 'ours: must not be more than the customer spends in all.');
  const from = entry(state.wallets, on);
  if (from && from.ours === ours && from.total === total && from.source === source) return [];
  if (from && !reason) throw new Refused('wallet.reason-missing', 'reason: say why the figures of that day change.');
  const data = { on, from, to: { ours, total, source }, reason };
  return [{ type: 'portfolio.WalletShareRecorded', data, effectiveOn: on }];
}

/** The level in force on a day. */
export function levelOn({ levels }: Pick<Relationships, 'levels'>, on: string): RelationshipLevel | null {
  const since = Object.keys(levels)
    .filter((effectiveOn) => effectiveOn <= on)
    .sort()
    .at(-1);
  return since === undefined ? null : levels[since]!;
}

/** Whether the line upwards from one contact comes to another; both may be the same. */
function reachesUp({ reportsTo }: Relationships, from: string, to: string): boolean {
  for (let at: string | null = from; at !== null; at = entry(reportsTo, at)) if (at === to) return true;
  return false;
}

const cellOf = (divisionId: string, offeringId: string) => `${divisionId} ${offeringId}`;

const entry = <Value>(of: Readonly<Record<string, Value>>, key: string): Value | null =>
  Object.hasOwn(of, key) ? of[key]! : null;

function withEntry<Value>(
  of: Readonly<Record<string, Value>>,
  key: string,
  value: Value | null,
): Record<string, Value> {
  const { [key]: _, ...others } = of;
  return value === null ? others : { ...others, [key]: value };
}
