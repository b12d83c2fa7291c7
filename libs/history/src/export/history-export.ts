import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { download, sendCsv } from '@mainstay/http';
import { MemberQueries } from '@mainstay/people';
import type { FastifyReply } from 'fastify';
import type { HistoryEntry } from '../query/history-entry';
import type { HistoryFilter } from '../query/history-filter';
import { HistoryQueries } from '../query/history.queries';

export type ExportFormat = 'csv' | 'ndjson';

/** Sends the filtered history as a download while it is read. */
@Injectable()
export class HistoryExport {
  constructor(
    private readonly queries: HistoryQueries,
    private readonly people: MemberQueries,
  ) {}

  async send(reply: FastifyReply, context: RequestContext, filter: HistoryFilter, format: ExportFormat): Promise<void> {
    const people = await this.people.people(context, {});
    const names: Names = new Map(people.map(({ id, name }) => [id, name ?? 'erased person']));
    // The first page is read before anything is sent, so that a refusal is still an answer of its own.
    const rows = this.queries.all(context, filter);
    const first = await rows.next();
    const all = resumed(first, rows);
    const name = `audit-history-${context.tenant}`;
    if (format === 'csv') sendCsv(reply, `${name}.csv`, columns(names), all);
    else
      download(reply, `${name}.ndjson`, 'application/x-ndjson; charset=utf-8').send(Readable.from(lines(all, names)));
  }
}

type Names = ReadonlyMap<string, string>;

async function* resumed(first: IteratorResult<HistoryEntry>, rest: AsyncGenerator<HistoryEntry>) {
  if (!first.done) yield first.value;
  yield* rest;
}

async function* lines(entries: AsyncIterable<HistoryEntry>, names: Names) {
  for await (const entry of entries) yield `${JSON.stringify({ ...entry, actorName: nameOf(names, entry.actor) })}\n`;
}

const nameOf = (names: Names, id: string | null) => (id === null ? null : (names.get(id) ?? null));

const columns = (names: Names) => ({
  Recorded: (entry: HistoryEntry) => entry.recorded,
  'Effective on': (entry: HistoryEntry) => entry.effectiveOn,
  Who: ({ actor }: HistoryEntry) => names.get(actor) ?? actor,
  'On behalf of': ({ onBehalfOf }: HistoryEntry) => nameOf(names, onBehalfOf) ?? onBehalfOf,
  Kind: (entry: HistoryEntry) => entry.kind,
  Record: ({ subject }: HistoryEntry) => subject.type,
  'Record name': ({ subject }: HistoryEntry) => subject.title ?? nameOf(names, subject.id) ?? subject.id,
  Account: ({ account }: HistoryEntry) => account?.name ?? account?.id,
  Detail: ({ detail, detailTitle }: HistoryEntry) => (detailTitle ? `${detail} ${detailTitle}` : detail),
  Before: ({ before }: HistoryEntry) => text(before),
  After: ({ after }: HistoryEntry) => text(after),
  Why: (entry: HistoryEntry) => entry.why,
  Actor: (entry: HistoryEntry) => entry.actor,
  'Event id': (entry: HistoryEntry) => entry.eventId,
  'Event type': (entry: HistoryEntry) => entry.type,
  Stream: (entry: HistoryEntry) => entry.stream,
  Version: (entry: HistoryEntry) => entry.version,
});

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);
