// The portfolio list, matrix and health with 10,000 accounts against the same SQL by hand, and with 200 tenants against one.
import pg from 'pg';
import { writeAccounts, writeWhatIsKnown } from './history.mjs';
import { inLibrary, p95InTurns, round, withDatabase } from './support.mjs';

const TENANT = 'tenant-1';
const LIST = { turns: 11, calls: 60 };
const ALL_ACCOUNTS = { turns: 5, calls: 20 };

/** What a line of the list says. */
const line = `account_id as id, code, name, former_names as "formerNames", industry, countries, division_ids as "divisionIds", lead_id as "leadId",
  sponsor_id as "sponsorId", spend, parent_id as "parentId", sites, crm_id as "crmId", duns, vat, potential, growth,
  archived_at::text as "archivedAt", category, category_effective_on::text as "categoryEffectiveOn",
  coming_category as "comingCategory", coming_on::text as "comingOn", attractiveness, standing, suggested`;

export async function measureQueries() {
  const { AccountQueries } = inLibrary('portfolio', 'account/account-register/account.queries');
  const { EnterpriseQueries } = inLibrary('portfolio', 'enterprise/enterprise-settings/enterprise.queries');
  const { HealthQueries } = inLibrary('programme', 'health/health.queries');
  const { PortfolioQueries } = inLibrary('portfolio', 'account/portfolio-views/portfolio.queries');
  return withDatabase(async ({ store, projector, readStore }, superuserUrl) => {
    projector.start();
    await writeAccounts(store, TENANT, 10_000);
    await writeWhatIsKnown(store, TENANT, 10_000);
    await projector.whenCaughtUp();
    const hand = await handWritten(superuserUrl);
    await hand.analyze();
    const accounts = new AccountQueries(readStore);
    const portfolio = new PortfolioQueries(readStore);
    const context = { tenant: TENANT, actor: 'x', roles: ['kam-unit-head'], correlation: 'bench', now: new Date() };
    const list = () => accounts.page(context, { sort: 'name', limit: 50 });
    const matrix = () => portfolio.matrix(context, {});
    const health = new HealthQueries(readStore, new EnterpriseQueries(readStore));
    const healthPage = () => health.page(context, { sort: 'health', limit: 50 });
    const [listed, byHand] = await p95InTurns([list, hand.list], LIST);
    const [drawn, drawnByHand] = await p95InTurns([matrix, hand.matrix], ALL_ACCOUNTS);
    const [healthy, healthyByHand] = await p95InTurns([healthPage, hand.health], ALL_ACCOUNTS);
    for (let tenant = 2; tenant <= 200; tenant++) await writeAccounts(store, `tenant-${tenant}`, 200);
    await projector.whenCaughtUp(120_000);
    await hand.analyze();
    const [among] = await p95InTurns([list, hand.list], LIST);
    await hand.close();
    return {
      portfolio_list_vs_sql_p95: round(listed / byHand),
      portfolio_matrix_vs_sql_p95: round(drawn / drawnByHand),
      portfolio_list_200_tenants_vs_1: round(among / listed),
      portfolio_list_p95_ms: round(listed),
      portfolio_matrix_p95_ms: round(drawn),
      portfolio_health_vs_sql_p95: round(healthy / healthyByHand),
      portfolio_health_p95_ms: round(healthy),
    };
  });
}

/** What somebody would write who needs this one answer: a condition on the tenant, no row-level security, a pool. */
async function handWritten(superuserUrl) {
  const url = new URL(superuserUrl);
  url.pathname = '/mainstay';
  const pool = new pg.Pool({ connectionString: url.toString(), options: '-c search_path=read -c jit=off', max: 4 });
  const count = 'select count(*)::int as total from account where tenant = $1 and archived_at is null';
  const page = `select ${line} from account where tenant = $1 and archived_at is null
    order by name, account_id limit 51`;
  const points = `select account_id as id, code, name, spend, category, potential, investment, attractiveness, standing,
      suggested
    from account left join (
      select place as account_id, sum(coming) as investment from (
        select to_place as place, moved as coming from resource_promise where tenant = $1 and kind = 'money' and moved is not null
        union all
        select from_place, -moved from resource_promise where tenant = $1 and kind = 'money' and moved is not null
      ) moves group by place
    ) money using (account_id)
    where tenant = $1 and archived_at is null and attractiveness is not null`;
  const unscored = `select account_id as id, code, name, spend, category from account
    where tenant = $1 and archived_at is null and attractiveness is null order by name, account_id`;
  const health = `select a.account_id, a.code, a.name, a.category, a.lead_id, a.division_ids, a.countries, a.spend, a.growth,
      plan.touched_on, known.people, known.seniors, known.last_on, at.level, at.effective_on, agreed.mean, agreed.held_on,
      litmus.yes, litmus.questions, litmus.taken_on
    from account a
    left join plan on plan.tenant = $1 and plan.account_id = a.account_id
    left join (
      select account_id, count(*)::int as people, max(last_contact_on) as last_on,
        count(*) filter (where level in ('board', 'senior') and cardinality(known_by) > 0) as seniors
      from contact where tenant = $1 and not erased and (left_on is null or left_on > current_date) group by account_id
    ) known on known.account_id = a.account_id
    left join (
      select distinct on (account_id) account_id, level, effective_on from relationship_level
      where tenant = $1 and effective_on <= current_date order by account_id, effective_on desc
    ) at on at.account_id = a.account_id
    left join (
      select distinct on (account_id) account_id, held_on,
        (select avg((said.value ->> 'theirs')::numeric) from jsonb_each(scores) said) as mean
      from alignment_review where tenant = $1 and held_on <= current_date order by account_id, held_on desc
    ) agreed on agreed.account_id = a.account_id
    left join litmus_test litmus on litmus.tenant = $1 and litmus.account_id = a.account_id and litmus.test = 'customer'
    where a.tenant = $1 and a.archived_at is null`;
  const on = async (...queries) => {
    const client = await pool.connect();
    try {
      for (const query of queries) await client.query(query, [TENANT]);
    } finally {
      client.release();
    }
  };
  return {
    list: () => on(count, page),
    matrix: () => on(points, unscored),
    health: () => on(health),
    analyze: () => pool.query('vacuum analyze'),
    close: () => pool.end(),
  };
}
