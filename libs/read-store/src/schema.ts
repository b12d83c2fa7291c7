/**
 * What the read store needs once, run by the owner of the database; every statement may be run again. Read tables
 * themselves are made by their projections: each build creates them anew, so they never need a migration.
 */
export const readStoreSchema = (): string => `
create schema if not exists read;
create schema if not exists as_at;
create schema if not exists projection;

create table if not exists projection.feed (
  only_row boolean primary key default true check (only_row),
  position text not null,
  -- Raised whenever the set of live projections changes.
  generation integer not null default 0
);
create table if not exists projection.state (
  name text primary key,
  version integer not null,
  -- Where it stopped; a live projection stands where the feed stands.
  stopped_at text,
  error text
);
-- The latest moment stamped on a row of each tenant.
create table if not exists projection.clock (
  tenant text primary key,
  recorded timestamptz not null
);
-- Where several processes share the tenants by partitions: how far each is, whose it is, and the place in its log.
create table if not exists projection.partition (
  partition integer primary key,
  partitions integer not null,
  position text not null,
  -- The first record of the log that is not applied; null before the first.
  next_offset bigint,
  -- Raised by whoever takes the partition: what is left of an earlier owner is refused.
  epoch integer not null default 0,
  owner text,
  taken_at timestamptz
);
-- Tenants with an event that cannot be applied: nothing of theirs is, from there on.
create table if not exists projection.parked (
  tenant text primary key,
  since timestamptz not null default now(),
  -- Everything of the tenant up to here has been applied.
  applied text not null,
  event_id text not null,
  event_type text not null,
  stream text not null,
  position text not null,
  projections text[] not null,
  error text not null,
  -- An operator asked to go on.
  resume boolean not null default false
);
-- Who parked, resumed and passed over what, when and why.
create table if not exists projection.parked_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  tenant text not null,
  action text not null check (action in ('parked', 'resume', 'skip', 'rejoined')),
  event_id text,
  projections text[],
  reason text not null,
  actor text not null
);

grant usage on schema read, as_at to mainstay_api;
grant usage on schema read, projection to mainstay_projector;
grant usage on schema projection to mainstay_api;
grant select on projection.feed to mainstay_api;
grant select, insert, update on projection.feed, projection.state, projection.clock to mainstay_projector;
grant select on projection.partition to mainstay_api;
grant select (tenant, position) on projection.parked to mainstay_api;
grant select, insert, update, delete on projection.partition to mainstay_projector;
grant select, insert, update, delete on projection.parked to mainstay_projector;
grant select, insert on projection.parked_log to mainstay_projector;
`;
