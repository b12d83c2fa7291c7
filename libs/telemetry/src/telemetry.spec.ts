import { z } from 'zod';
import {
  Command,
  decider,
  type EventTypes,
  InMemoryEventStore,
  newId,
  type RequestContext,
  Refused,
  START,
} from '@mainstay/event-sourcing';
import fastify from 'fastify';
import { Registry } from 'prom-client';
import { ObservedCommandRunner } from './observed-command-runner';
import { ObservedEventStore } from './observed-event-store';
import { openTracer } from './open-tracer';
import { type Collector, startCollector } from './spec-support/collector';
import { traceEvents } from './trace-events';
import { correlationFrom, spanIdOf, traceIdOf } from './trace-ids';
import { traceRequests } from './trace-requests';
import { noTracer, now } from './tracer';

describe('the trace of a correlation', () => {
  it('is the correlation itself where that is a UUID, and always the same', () => {
    expect(traceIdOf('01a202a3-5e38-755e-9857-793986f6de60')).toBe('01a202a35e38755e9857793986f6de60');
    expect(traceIdOf('report-of-tuesday')).toMatch(/^[0-9a-f]{32}$/);
    expect(traceIdOf('report-of-tuesday')).toBe(traceIdOf('report-of-tuesday'));
    expect(spanIdOf('01a202a3-5e38-755e-9857-793986f6de60')).toBe('9857793986f6de60');
  });

  it('is that of the caller where the request brings one', () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    expect(correlationFrom(`00-${trace}-00f067aa0ba902b7-01`)).toEqual({
      correlation: trace,
      parent: '00f067aa0ba902b7',
    });
    expect(traceIdOf(trace)).toBe(trace);
  });

  it.each([
    undefined,
    '',
    '00-xyz-00f067aa0ba902b7-01',
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-4bf92f3577b34da6a3ce929d0e0e4736-${'0'.repeat(16)}-01`,
    'ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  ])('is its own where the header says %j', (header) => {
    expect(correlationFrom(header)).toBeUndefined();
  });
});

interface Renamed {
  readonly type: 'toy.Renamed';
  readonly data: { readonly name: string };
}
const types = { 'toy.Renamed': { schema: z.object({ name: z.string() }) } } satisfies EventTypes<Renamed>;
const toy = decider<{ name: string }, Renamed>({
  stream: 'toy.thing',
  initial: { name: '' },
  events: types,
  evolve: (_, { data }) => data,
});
class Rename extends Command<{ name: string }> {}
const rename = (state: { name: string }, { name }: { name: string }): Renamed[] => {
  if (name === 'forbidden') throw new Refused('toy.name', 'Not that name.');
  return name === state.name ? [] : [{ type: 'toy.Renamed', data: { name } }];
};

const contextOf = (correlation: string): RequestContext => ({
  tenant: 'acme-holding',
  actor: 'person-ruth',
  roles: [],
  correlation,
  now: new Date(),
});

describe('one command', () => {
  let collector: Collector;
  beforeAll(async () => (collector = await startCollector()));
  afterAll(() => collector.close());

  it('is one trace through HTTP, append, relay and projection, each below what caused it; of no tenant and nobody', async () => {
    const { endpoint } = collector;
    const [api, relay, projector] = await Promise.all(
      ['api', 'relay', 'projector'].map((service) => openTracer({ service, endpoint })),
    );
    const store = new ObservedEventStore(new InMemoryEventStore(), new Registry(), api!);
    const runner = new ObservedCommandRunner(store, new Registry(), api!);
    const app = fastify({ genReqId: ({ headers }) => correlationFrom(headers.traceparent)?.correlation ?? newId() });
    traceRequests(app, api!);
    app.post('/t/:tenant/things', async ({ id }) =>
      runner.run(toy, rename, new Rename(contextOf(id), 'thing-1', { name: 'Ruth' })),
    );
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = { traceparent: `00-${trace}-00f067aa0ba902b7-01` };
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    expect((await fetch(`${url}/t/acme-holding/things`, { method: 'POST', headers })).status).toBe(200);
    await app.close();
    const { events } = await store.readFeed(START, 10);
    traceEvents(relay!, 'relay', 'producer', events, now());
    traceEvents(projector!, 'project', 'consumer', events, now());
    await Promise.all([api, relay, projector].map((tracer) => tracer!.close()));

    expect(new Set(collector.spans.map(({ traceId }) => traceId))).toEqual(new Set([trace]));
    const span = (name: string) => collector.spans.find((one) => one.name === name)!;
    const shown = [
      'POST /t/:tenant/things',
      'Rename',
      'append toy.Renamed',
      'relay toy.Renamed',
      'project toy.Renamed',
    ];
    expect(shown.map((name) => span(name).service)).toEqual(['api', 'api', 'api', 'relay', 'projector']);
    const append = span('append toy.Renamed').spanId;
    expect(append).toBe(spanIdOf(events[0]!.id));
    expect(shown.map((name) => span(name).parentSpanId)).toEqual([
      '00f067aa0ba902b7',
      span('POST /t/:tenant/things').spanId,
      span('Rename').spanId,
      append,
      append,
    ]);
    for (const theirs of ['acme', 'Ruth', 'ruth', 'thing-1']) expect(collector.text()).not.toContain(theirs);
  });

  it('is left out by every process alike where a share is traced only', async () => {
    const { endpoint } = collector;
    const before = collector.spans.length;
    const tracers = await Promise.all(
      ['api', 'relay'].map((service) => openTracer({ service, endpoint, sampled: 0.25 })),
    );
    const correlations = Array.from({ length: 400 }, () => newId());
    for (const correlation of correlations) {
      for (const tracer of tracers) tracer.begin(correlation, 'sampled').end();
    }
    await Promise.all(tracers.map((tracer) => tracer.close()));
    const seen = collector.spans.slice(before);
    const of = (service: string) =>
      new Set(seen.filter((span) => span.service === service).map(({ traceId }) => traceId));
    expect(of('api')).toEqual(of('relay'));
    expect(of('api').size).toBeGreaterThan(50);
    expect(of('api').size).toBeLessThan(150);
  });

  it('goes on when the collector is gone', async () => {
    const tracer = await openTracer({ service: 'api', endpoint: 'http://127.0.0.1:9' });
    tracer.begin(newId(), 'lost').end();
    await tracer.close();
  });
});

describe('without a collector', () => {
  it('nothing of OpenTelemetry is loaded', async () => {
    jest.resetModules();
    jest.doMock('@opentelemetry/exporter-trace-otlp-http', () => {
      throw new Error('loaded');
    });
    const { openTracer: open, noTracer: none } = await import('./index.js');
    expect(await open({ service: 'api' })).toBe(none);
    await expect(open({ service: 'api', endpoint: 'http://127.0.0.1:9' })).rejects.toThrow('loaded');
  });

  it('a span costs next to nothing', () => {
    const before = process.cpuUsage();
    for (let count = 0; count < 100_000; count++) noTracer.begin('correlation', 'name').end();
    const { user } = process.cpuUsage(before); // of this process alone, however busy the machine is
    expect(user / 1_000).toBeLessThan(500);
  });
});

describe('measurements', () => {
  it('tell appends, conflicts and commands by kind and outcome, and nothing of a tenant', async () => {
    const metrics = new Registry();
    const inner = new InMemoryEventStore();
    const store = new ObservedEventStore(inner, metrics, noTracer);
    const runner = new ObservedCommandRunner(store, metrics, noTracer);
    const run = (name: string) => runner.run(toy, rename, new Rename(contextOf(newId()), 'thing-1', { name }));
    await run('One');
    await run('One');
    await expect(run('forbidden')).rejects.toThrow(Refused);
    await new ObservedCommandRunner(inner, new Registry(), noTracer).run(
      toy,
      rename,
      new Rename(contextOf(newId()), 'thing-1', { name: 'Two' }),
    );
    await run('Three');
    const text = await metrics.metrics();
    expect(text).toContain('mainstay_append_conflicts_total 1');
    expect(text).toContain('mainstay_append_seconds_count{outcome="recorded"} 2');
    expect(text).toContain('mainstay_command_seconds_count{command="Rename",outcome="recorded"} 2');
    expect(text).toContain('mainstay_command_seconds_count{command="Rename",outcome="unchanged"} 1');
    expect(text).toContain('mainstay_command_seconds_count{command="Rename",outcome="Refused"} 1');
    expect(text).not.toContain('acme');
  });
});
