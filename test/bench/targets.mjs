// What each figure means, and the target it is held against.
const atLeast = (value) => ({ text: `at least ${value.toLocaleString('en')}`, met: (measured) => measured >= value });
const atMost = (value) => ({ text: `at most ${value.toLocaleString('en')}`, met: (measured) => measured <= value });

export const targets = [
  {
    key: 'append_vs_insert_32',
    target: atLeast(1.2),
    explains: 'appends/s through the store by 32 clients, over single-row INSERTs with autocommit by 32 clients',
  },
  {
    key: 'append_vs_insert_128',
    target: atLeast(1.8),
    explains: 'the same with 128 clients appending (INSERTs by 40 connections, the most the server is set up for)',
  },
  { key: 'append_vs_emmett_32', target: atLeast(4), explains: 'appends/s over those of emmett-postgresql, 32 clients' },
  {
    key: 'batch_append_events_per_s',
    target: atLeast(50_000),
    explains: 'events/s when one append brings 1,000 events',
  },
  {
    key: 'rebuild_events_per_s',
    target: atLeast(50_000),
    explains: 'events/s of the slowest rebuild over a million generated events of audits and recategorisations',
  },
  {
    key: 'rebuild_memory_growth_mb',
    target: atMost(300),
    explains: 'memory that the process took on during the rebuilds, at most',
  },
  {
    key: 'relay_vs_bare_producer',
    target: atLeast(0.7),
    explains:
      'events/s from the event store to Kafka by the relay, over events/s of a bare kafkajs producer that has them in memory and sends the same messages to the same broker (relay_vs_ready_messages: over one whose messages are made before)',
  },
  {
    key: 'http_command_vs_insert_32',
    target: atLeast(0.6),
    explains: 'commands/s over HTTP by 32 connections, token check to answer, over INSERTs/s on the same server',
  },
  {
    key: 'visible_p95_ms',
    target: atMost(50),
    explains: 'from sending a command until a query shows what it did, 95th percentile',
  },
  {
    key: 'portfolio_list_vs_sql_p95',
    target: atMost(1.5),
    explains:
      'first page of 10,000 accounts, over the same SQL by hand without row-level security, 95th percentile of the median turn',
  },
  {
    key: 'portfolio_matrix_vs_sql_p95',
    target: atMost(1.5),
    explains: 'all 10,000 points of the matrix, over the same SQL by hand',
  },
  {
    key: 'portfolio_health_vs_sql_p95',
    target: atMost(1.5),
    explains:
      'the first page of the health of 10,000 accounts, each worked out, over the SQL by hand that reads what it is made of',
  },
  {
    key: 'portfolio_list_200_tenants_vs_1',
    target: atMost(1.2),
    explains: 'the same list when 199 other tenants are on the server, over alone',
  },
  {
    key: 'audit_results_vs_sql_p95',
    target: atMost(1.5),
    explains:
      'results of one of 50 audits with all 129 answers entered through the API, worked out, over the same SQL by hand, 95th percentile of the median turn',
  },
  {
    key: 'ready_ms',
    target: atMost(5000),
    explains: 'from starting the process until it is ready, with data from before',
  },
  {
    key: 'rss_mb',
    target: atMost(300),
    explains: 'resident memory of the Node.js process when it is ready, with the demo in its database',
  },
  {
    key: 'web_gzip_kb',
    target: atMost(250),
    explains: 'all that the browser loads (gzip) before the first page is there',
  },
  { key: 'web_lcp_ms', target: atMost(1500), explains: 'largest contentful paint of the first page in Chromium' },
  {
    key: 'matrix_frame_cpu_ms',
    target: atMost(50),
    explains: 'work of the page for one frame of the matrix with 10,000 accounts, while it is moved and enlarged',
  },
  {
    key: 'matrix_pan_frame_p95_ms',
    target: atMost(50),
    explains:
      'from frame to frame while the matrix of 10,000 accounts is moved, 95th percentile, without a graphics card',
  },
];

/** What stands in the way where a target is missed. */
export const limits = [
  {
    key: 'append_vs_insert_32',
    limit:
      'Client and database share two cores, and both ways keep them busy: what group commit saves in commits, the append spends on three more index entries, the stream row, row-level security, the locks that keep streams in order, and the checks of each event. With more clients in one batch the saving grows.',
  },
  { key: 'append_vs_insert_128', limit: 'The same; the bare INSERT gains nothing from more clients, the append does.' },
  {
    key: 'rebuild_events_per_s',
    limit:
      'An answer in an audit makes two rows, the answer and the state of the audit before it, of thirty columns each for as-at reading; reading, decoding and writing an event takes the product about 30 µs, half of it garbage collection, and the database the rest. Registers with fewer rows and columns are three to seven times as fast.',
  },
  {
    key: 'portfolio_list_vs_sql_p95',
    limit:
      'The round trip that opens the transaction and names the tenant, before one statement of about a millisecond; at that length the 95th percentile moves with everything else on the machine: four runs gave 1.1 to 2.1, the median call 1.2.',
  },
  {
    key: 'audit_results_vs_sql_p95',
    limit:
      'The round trip that opens the transaction and names the tenant, row-level security in the planning of one larger statement, and about 0.8 ms of Node.js: the record as an entity, cuts, findings and next best actions.',
  },
  {
    key: 'http_command_vs_insert_32',
    limit:
      'The load generator, the product and the database share two cores and use all of them. A command costs about 300 µs in Node.js (a third of it HTTP and routing, a third sockets to the database, garbage collection, the decision and its checks) and 200 µs in the database, half of which is the live projections of every read model; a bare INSERT costs about 200 µs in all. Projections in a process of their own take that half off this machine.',
  },
  {
    key: 'rss_mb',
    limit: 'Node.js keeps what garbage collection has freed for a while; the live heap is far smaller.',
  },
];

/** Markdown. */
export function table(results) {
  const measured = targets.filter(({ key }) => key in results);
  const rows = measured.map(({ key, target }) => {
    const value = results[key];
    return `| \`${key}\` | ${value.toLocaleString('en')} | ${target.text} | ${target.met(value) ? 'met' : 'missed'} |`;
  });
  const others = Object.entries(results).filter(([key]) => !targets.some((entry) => entry.key === key));
  return [
    '| figure | measured | target | |',
    '|---|---:|---|---|',
    ...rows,
    '',
    `Behind them: ${others.map(([key, value]) => `${key} ${value.toLocaleString('en')}`).join('; ')}.`,
  ].join('\n');
}
