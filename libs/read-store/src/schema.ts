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

grant usage on schema read, as_at to mainstay_api;
grant usage on schema read, projection to mainstay_projector;
grant usage on schema projection to mainstay_api;
grant select on projection.feed to mainstay_api;
grant select, insert, update on projection.feed, projection.state, projection.clock to mainstay_projector;
`;
