import { Malformed, NotFound, Refused } from '@mainstay/event-sourcing';
import type { ClientBase } from 'pg';
import { logParked, type ParkedTenant, parkedTenants } from './parked';

export interface Decision {
  readonly tenant: string;
  readonly reason: string;
  /** Who decides. */
  readonly by: string;
}

export interface ParkedLogLine {
  readonly at: Date;
  readonly tenant: string;
  readonly action: string;
  readonly eventId: string | null;
  readonly projections: readonly string[] | null;
  readonly reason: string;
  readonly actor: string;
}

/** What was parked, resumed and passed over, the latest first. */
export async function parkedLog(client: Pick<ClientBase, 'query'>, limit = 50): Promise<ParkedLogLine[]> {
  const { rows } = await client.query<ParkedLogLine>(
    `select at, tenant, action, event_id as "eventId", projections, reason, actor
     from projection.parked_log order by id desc limit $1`,
    [limit],
  );
  return rows;
}

/**
 * Lets the events of a parked tenant be applied again from where it is parked; the projector that holds it does so.
 * @throws Malformed without a reason; NotFound when it is not parked
 */
export async function resumeParked(client: ClientBase, decision: Decision): Promise<void> {
  await decide(client, decision, async ({ eventId }) => {
    await logParked(client, { ...logged(decision), action: 'resume', eventId });
  });
}

/**
 * Passes over the event at which a tenant is parked, in the projections that cannot apply it and in every later build of
 * them, and goes on.
 * @throws Malformed without a reason; NotFound when it is not parked; Refused for another event than that one
 */
export async function skipParked(client: ClientBase, decision: Decision & { readonly eventId: string }): Promise<void> {
  await decide(client, decision, async ({ eventId, projections }) => {
    if (eventId !== decision.eventId.toLowerCase()) {
      throw new Refused(
        'parked.other-event',
        `${decision.tenant} is parked at the event ${eventId}, not at ${decision.eventId}.`,
      );
    }
    await logParked(client, { ...logged(decision), action: 'skip', eventId, projections });
    // Whoever applies events reads the list of those to pass over when the generation has changed.
    await client.query('update projection.feed set generation = generation + 1');
  });
}

const logged = ({ tenant, reason, by }: Decision) => ({ tenant, reason: reason.trim(), actor: by });

async function decide(client: ClientBase, { tenant, reason }: Decision, log: (parked: ParkedTenant) => Promise<void>) {
  if (!reason.trim()) throw new Malformed('parked.reason-missing', 'Say why: --reason "...".');
  await client.query('begin');
  try {
    await client.query('select from projection.parked where tenant = $1 for update', [tenant]);
    const parked = (await parkedTenants(client)).find((one) => one.tenant === tenant);
    if (!parked) throw new NotFound('parked tenant', tenant);
    await log(parked);
    await client.query('update projection.parked set resume = true where tenant = $1', [tenant]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
