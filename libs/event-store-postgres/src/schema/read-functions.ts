/** Reads that set the tenant and ask in one round trip, and what a metric needs to know of other sessions. */
export const readFunctions = `
create function es.read_stream(p_tenant text, p_stream text, p_after bigint) returns setof es.events language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant, true);
  return query select * from es.events e
    where e.tenant = p_tenant and e.stream = p_stream and e.version > p_after order by e.version;
end $$;

create function es.find_event(p_tenant text, p_id uuid) returns setof es.events language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant, true);
  return query select * from es.events e where e.tenant = p_tenant and e.event_id = p_id;
end $$;

-- Seconds since the oldest transaction that keeps new events from readers began. With the owner's right to see other
-- sessions; a caller learns this one number.
create function es.horizon_age() returns double precision language sql security definer set search_path = pg_catalog
return (select coalesce(extract(epoch from max(clock_timestamp() - xact_start)), 0)::float8
        from pg_stat_activity where backend_xid is not null and pid <> pg_backend_pid());

revoke execute on all functions in schema es from public;
grant execute on all functions in schema es to mainstay_api;
grant execute on function es.read_stream, es.find_event, es.horizon_age to mainstay_projector;
`;
