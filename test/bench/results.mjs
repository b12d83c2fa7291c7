// The results page of an audit among 50 with all 129 answers, entered through the API, against the same SQL by hand.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { start, token } from './product.mjs';
import { inLibrary, library, p95InTurns, round } from './support.mjs';

const AUDITS = 50;
const SCOPES = 10;
const TENANT = 'aldermoor';

export async function measureResults() {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-bench-'));
  try {
    const product = await start(folder, ['--empty']);
    const began = performance.now();
    const audits = await enterAudits(product.url);
    const seconds = (performance.now() - began) / 1000;
    const hand = handWritten(folder);
    const queries = await ownQueries(folder);
    await hand.analyze();
    const page = await caller(product.url, 'priya');
    const one = (index) => audits[index % audits.length];
    const ways = [
      (index) => queries.results(one(index)),
      (index) => hand.results(one(index)),
      (index) => page('GET', `audits/${one(index)}/results`),
    ];
    const [queried, byHand, paged] = await p95InTurns(ways, { turns: 11, calls: AUDITS });
    await Promise.all([hand.close(), queries.close()]);
    await product.stop();
    return {
      audit_results_vs_sql_p95: round(queried / byHand),
      audit_results_p95_ms: round(queried),
      audit_results_sql_p95_ms: round(byHand),
      audit_results_http_p95_ms: round(paged),
      audit_answers_entered: AUDITS * 129,
      audit_answers_per_s: round((AUDITS * 129) / seconds, 0),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Five audits of the programme and of each of nine divisions, answered in full; ids of all. */
async function enterAudits(url) {
  const [administrator, lead, assessor] = await Promise.all(
    ['tessa', 'priya', 'amara'].map((username) => caller(url, username)),
  );
  const { person } = await assessor('GET', 'me');
  const divisions = [];
  for (let index = 1; index < SCOPES; index++) {
    const { id } = await administrator('POST', 'divisions', { code: `D-${index}`, name: `Division ${index}` });
    divisions.push({ kind: 'division', divisionId: id });
  }
  const scopes = [{ kind: 'programme' }, ...divisions];
  const response = await fetch(`${url}/api/catalogues/phase-audit/2`);
  const { actions } = await response.json();
  const audit = async (index) => {
    const { id } = await lead('POST', 'audits', {
      scope: scopes[index % SCOPES],
      title: `Audit ${index}`,
      auditDate: `202${Math.floor(index / SCOPES)}-03-01`,
      assessorIds: [person.id],
    });
    for (const [place, action] of actions.entries()) {
      await assessor('PUT', `audits/${id}/answers/${action.id}`, {
        score: (place + index) % 4,
        evidence: `Minutes of the steering group, item ${place}`,
      });
    }
    return id;
  };
  const all = [];
  for (let index = 0; index < AUDITS; index += SCOPES) {
    all.push(...(await Promise.all(Array.from({ length: SCOPES }, (_, each) => audit(index + each)))));
  }
  await lead('GET', `audits/${all.at(-1)}/results`);
  return all;
}

async function caller(url, username) {
  const headers = { authorization: `Bearer ${await token(url, username)}`, 'content-type': 'application/json' };
  return async (method, path, body) => {
    const address = `${url}/api/t/${TENANT}/${path}`;
    const response = await fetch(address, { method, headers, body: body && JSON.stringify(body) });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${JSON.stringify(answer)}`);
    return answer;
  };
}

const settingsOf = (folder) => ({
  port: JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')).postgresPort,
  ...JSON.parse(readFileSync(join(folder, 'keys/secrets.json'), 'utf8')),
});

/** The product's own query, on the product's own read model, without HTTP before it. */
async function ownQueries(folder) {
  const { port, servicePassword } = settingsOf(folder);
  const { ReadStore } = library('read-store');
  const { assessmentProjections } = library('assessment');
  const { ResultsQueries } = inLibrary('assessment', 'results/results.queries');
  const readStore = await ReadStore.open({
    url: `postgres://mainstay_api:${servicePassword}-api@127.0.0.1:${port}/mainstay`,
    tables: assessmentProjections.flatMap(({ tables }) => Object.values(tables)),
    progress: { waitFor: async () => undefined },
    store: { head: async () => undefined },
  });
  const queries = new ResultsQueries(readStore);
  const context = { tenant: TENANT, now: new Date() };
  return { results: (id) => queries.results(context, id), close: () => readStore.close() };
}

/** What somebody would write who needs this one answer: a condition on the tenant, no row-level security, a pool. */
function handWritten(folder) {
  const { port, postgresPassword } = settingsOf(folder);
  const pool = new pg.Pool({
    connectionString: `postgres://postgres:${postgresPassword}@127.0.0.1:${port}/mainstay`,
    options: '-c search_path=read -c jit=off',
    max: 4,
  });
  const audit = 'select * from audit where tenant = $1 and audit_id = $2';
  const answers = `select action_id, score, because, confirmed from audit_answer where tenant = $1 and audit_id = $2`;
  const threshold = 'select threshold from assessment_settings where tenant = $1';
  const trail = `select audit_id as id, title, audit_date::text as "auditDate", score, unconfirmed,
      actions - answered - not_relevant - unconfirmed as unanswered, signed_off_at is not null as "signedOff"
    from audit where tenant = $1 and division_id is not distinct from $2 order by audit_date, audit_id`;
  const actions = `select action.action_id as id, action.source ->> 'actionId' as "actionId", action.source_id as "auditId",
      action.title, action.owner_id as "ownerId", action.due_on::text as "dueOn", action.state
    from programme_action action join audit on audit.tenant = action.tenant and audit.audit_id = action.source_id
    where action.tenant = $1 and action.source_kind = 'audit-action' and audit.division_id is not distinct from $2
    order by action.awaited_on nulls last, action.action_id`;
  return {
    results: async (id) => {
      const client = await pool.connect();
      try {
        const { rows } = await client.query(audit, [TENANT, id]);
        await client.query(answers, [TENANT, id]);
        await client.query(threshold, [TENANT]);
        await client.query(trail, [TENANT, rows[0].division_id]);
        await client.query(actions, [TENANT, rows[0].division_id]);
      } finally {
        client.release();
      }
    },
    analyze: () => pool.query('vacuum analyze read.audit, read.audit_answer'),
    close: () => pool.end(),
  };
}
