import { userInfo } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { parkedLog, type ParkedTenant, parkedTenants, resumeParked, skipParked } from '@mainstay/read-store';
import { Client } from 'pg';
import { onEmbeddedDatabase } from './on-embedded-database';
import { type ParkedCommand, parkedCommand } from './parked-arguments';

const WAIT_MS = 15_000;
const LOOK_MS = 250;

/**
 * `npm run parked`: tenants with an event that cannot be applied. On the database that `DATABASE_URL_PROJECTOR` (or
 * `DATABASE_URL`) names, else on that of the data folder.
 */
export async function parked(args: readonly string[]): Promise<void> {
  try {
    const command = parkedCommand(args, userInfo().username);
    const { DATABASE_URL_PROJECTOR, DATABASE_URL } = process.env;
    const url = DATABASE_URL_PROJECTOR ?? DATABASE_URL;
    if (url) await carryOut(url, command);
    else await onEmbeddedDatabase(({ urls }) => carryOut(urls.projector, command));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

async function carryOut(url: string, command: ParkedCommand): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    if (command.what === 'list') return await list(client);
    for (const tenant of await tenantsOf(client, command)) {
      const decision = { ...command, tenant };
      if (decision.what === 'resume') await resumeParked(client, decision);
      else await skipParked(client, decision);
      console.log(`Recorded. The projector that holds ${tenant} goes on with its events.`);
      await tellOutcome(client, tenant);
    }
  } finally {
    await client.end();
  }
}

async function tenantsOf(client: Client, { tenant }: { readonly tenant: string | undefined }): Promise<string[]> {
  return tenant === undefined ? (await parkedTenants(client)).map((one) => one.tenant) : [tenant];
}

async function list(client: Client): Promise<void> {
  const tenants = await parkedTenants(client);
  console.log(tenants.length === 0 ? 'No tenant is parked.' : tenants.map(described).join('\n\n'));
  const log = await parkedLog(client);
  if (log.length === 0) return;
  console.log('\nWhat was done, the latest first:');
  for (const { at, tenant, action, eventId, actor, reason } of log) {
    console.log(`  ${at.toISOString()}  ${tenant}  ${action}  ${eventId ?? ''}  by ${actor}: ${reason}`);
  }
}

const described = ({ tenant, since, eventId, eventType, stream, position, projections, error, resume }: ParkedTenant) =>
  `${tenant}  parked since ${since.toISOString()}${resume ? ', to be resumed' : ''}
  event       ${eventId}  ${eventType}  in ${stream}  at ${position}
  read models ${projections.join(', ')}
  reason      ${error}`;

async function tellOutcome(client: Client, tenant: string): Promise<void> {
  const deadline = performance.now() + WAIT_MS;
  while (performance.now() < deadline) {
    const now = (await parkedTenants(client)).find((one) => one.tenant === tenant);
    if (!now) return console.log(`${tenant} is level again.`);
    if (!now.resume) return console.log(`It is parked again:\n${described(now)}`);
    await delay(LOOK_MS);
  }
  console.log('It is not level yet; npm run parked -- list shows how it stands.');
}
