import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { CollectedSpan } from '../../../libs/telemetry/src/spec-support/collector';
import { Caller } from '../../support/caller';
import { type Cluster, neighbour, personOf } from './cluster';

/** Its last eight digits are below every share of traces that is kept. */
const TRACE = '4bf92f3577b34da6a3ce929d00000000';
const CALLER = '00f067aa0ba902b7';
const OPENED = 'assessment.AuditOpened';
const LONGEST_WAIT_MS = 30_000;

/** One command and the query after it, through processes that share nothing but the events and the trace of the caller. */
export async function oneTrace({ running, collector }: Cluster): Promise<void> {
  const api = await running.add('api', { LOG_LEVEL: 'info' });
  const caller = new Caller(`http://127.0.0.1:${api.port}`, await running.accessToken(personOf(neighbour).username));
  const traceparent = `00-${TRACE}-${CALLER}-01`;
  const body = { scope: { kind: 'programme' }, title: 'Followed', auditDate: '2025-03-01' };
  const opened = await caller.post(`t/${neighbour}/audits`, body, { traceparent, 'idempotency-key': 'followed' });
  expect({ status: opened.status, requestId: opened.headers['x-request-id'] }).toEqual({
    status: 201,
    requestId: TRACE,
  });
  const shown = await caller.get(`t/${neighbour}/audits/${opened.body.id as string}`, { traceparent });
  expect(shown).toMatchObject({ status: 200, body: { title: 'Followed' } });

  const names = [
    'POST /api/t/:tenant/audits',
    'OpenAudit',
    `append ${OPENED}`,
    `relay ${OPENED}`,
    `project ${OPENED}`,
    'GET /api/t/:tenant/audits/:auditId',
  ];
  const spans = await spansOf(collector, names);
  const [post, command, append] = spans.map(({ spanId }) => spanId);
  expect(spans.map(({ service, traceId, parentSpanId }) => [service, traceId, parentSpanId])).toEqual([
    ['mainstay-api', TRACE, CALLER],
    ['mainstay-api', TRACE, post],
    ['mainstay-api', TRACE, command],
    ['mainstay-relay', TRACE, append],
    ['mainstay-projector', TRACE, append],
    ['mainstay-api', TRACE, CALLER],
  ]);
  expect(collector.text()).not.toContain(neighbour);

  await running.remove(api.name);
  const lines = readFileSync(api.logFile, 'utf8').trim().split('\n');
  const ofTrace = lines.map((line) => JSON.parse(line) as Line).filter(({ traceId }) => traceId === TRACE);
  expect(ofTrace.map(({ method, route }) => `${method} ${route}`)).toEqual([names[0], names.at(-1)]);
}

interface Line {
  readonly traceId?: string;
  readonly method?: string;
  readonly route?: string;
}

async function spansOf({ spans }: Cluster['collector'], names: readonly string[]): Promise<CollectedSpan[]> {
  for (const until = performance.now() + LONGEST_WAIT_MS; ; await delay(100)) {
    const found = names.map((name) => spans.find((span) => span.traceId === TRACE && span.name === name));
    if (found.every((span) => span !== undefined)) return found;
    const seen = spans.map(({ service, name }) => `${service}: ${name}`);
    if (performance.now() > until) throw new Error(`Of the trace only these have come: ${seen.join(', ')}.`);
  }
}
