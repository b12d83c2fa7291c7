/**
 * Streams and events. `tx` is the transaction that recorded the event: readers follow (tx, pos), which is the order in
 * which streams grew because every writer locks its streams before its first write.
 */
export const tables = `
create table es.streams (
  tenant text not null,
  stream text not null,
  version bigint not null,
  recorded timestamptz(3) not null,
  primary key (tenant, stream)
) with (fillfactor = 80);

create table es.events (
  tx xid8 not null default pg_current_xact_id(),
  pos bigint generated always as identity,
  version bigint not null,
  recorded timestamptz(3) not null,
  event_id uuid not null,
  tenant text not null,
  stream text not null,
  type text not null,
  data jsonb not null,
  meta jsonb not null,
  primary key (tenant, stream, version),
  unique (tenant, event_id)
);
create index events_tx_pos on es.events (tx, pos);

alter table es.streams enable row level security;
alter table es.streams force row level security;
alter table es.events enable row level security;
alter table es.events force row level security;

create policy tenant_rows on es.streams to mainstay_api
  using (tenant = nullif(current_setting('app.tenant', true), ''))
  with check (tenant = nullif(current_setting('app.tenant', true), ''));
create policy tenant_rows on es.events to mainstay_api
  using (tenant = nullif(current_setting('app.tenant', true), ''))
  with check (tenant = nullif(current_setting('app.tenant', true), ''));
create policy every_row on es.events for select to mainstay_projector using (true);

grant usage on schema es to mainstay_api, mainstay_projector;
grant select, insert, update (version, recorded) on es.streams to mainstay_api;
grant select, insert on es.events to mainstay_api;
grant select on es.events to mainstay_projector;
`;
