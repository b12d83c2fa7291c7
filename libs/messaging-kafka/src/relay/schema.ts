import type { ClientBase } from 'pg';

/** Where each relay stands; every statement may be run again. */
const relaySchema = `
create schema if not exists relay;
create table if not exists relay.checkpoint (
  -- The topic relayed to.
  name text primary key,
  position text not null,
  -- Raised by whoever becomes the leader: what an earlier one still writes is refused.
  epoch bigint not null,
  leader text not null,
  leader_since timestamptz not null default now(),
  saved_at timestamptz not null default now()
);
grant usage on schema relay to mainstay_projector;
grant select, insert, update on relay.checkpoint to mainstay_projector;
`;

/** Brings schema `relay` up to date; harmless when it is. The client signs in as `mainstay_migrate`. */
export async function migrateRelay(client: ClientBase): Promise<void> {
  await client.query(relaySchema);
}
