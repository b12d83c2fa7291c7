/**
 * The way in. The arrays hold one element per append (`p_tenants` to `p_counts`) and one per event (`p_ids` to
 * `p_meta`, `p_counts[k]` of them for append k). `p_expected`: the version the stream must have, -1 for any;
 * `p_backdated`: milliseconds since 1970, null for now. The rights are the caller's, so row-level security holds.
 */
const parameters = `p_tenants text[], p_streams text[], p_expected bigint[], p_backdated bigint[], p_counts int[],
  p_ids uuid[], p_types text[], p_data text[], p_meta text[]`;

const answer = `item int, status text, version bigint, tx xid8, pos bigint, recorded timestamptz, problem text`;

/** From this many events in an append, one set-based insert is faster than a loop. */
const SET_FROM = 32;

export const appendFunctions = `
-- Every stream is locked before the first write, in one order. Advisory locks give the transaction no number, so a later
-- writer of a stream has a later tx, and readers never see the versions of a stream swapped.
create function es.stream_key(p_tenant text, p_stream text) returns bigint language sql immutable
return hashtextextended(p_stream, hashtextextended(p_tenant, 0));

create function es.lock_streams(p_tenants text[], p_streams text[]) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(k.key)
  from (select distinct es.stream_key(u.t, u.s) as key from unnest(p_tenants, p_streams) u(t, s) order by 1 offset 0) k;
end $$;

-- What became of event ids that may be there already: 'repeated' when they stand together in the stream (then the last
-- of them is the answer), 'reused' when some stand elsewhere, 'conflict' when none is known.
create function es.settle(p_tenant text, p_stream text, p_ids uuid[]) returns table (${answer}) language plpgsql as $$
#variable_conflict use_column
declare
  known int;
  together boolean;
begin
  select count(e.event_id), bool_and(e.stream = p_stream and e.version - u.nth = first.version - 1)
  into known, together
  from unnest(p_ids) with ordinality u(id, nth)
  left join es.events e on e.tenant = p_tenant and e.event_id = u.id
  left join es.events first on first.tenant = p_tenant and first.event_id = p_ids[1];
  if known = 0 then
    return query select 0, 'conflict', coalesce((select s.version from es.streams s where s.tenant = p_tenant and s.stream = p_stream), 0),
      null::xid8, null::bigint, null::timestamptz, null;
  elsif known = cardinality(p_ids) and together then
    return query select 0, 'repeated', e.version, e.tx, e.pos, e.recorded::timestamptz, null
      from es.events e where e.tenant = p_tenant and e.event_id = p_ids[known];
  else
    return query select 0, 'reused', null::bigint, null::xid8, null::bigint, null::timestamptz, null;
  end if;
end $$;

-- Independent appends in one transaction. The caller sorts them by tenant and keeps the order of arrival in a stream.
-- A failure fails the whole call: then append_careful, with the same arguments, finds the append that caused it.
create function es.append_batch(${parameters}) returns table (${answer}) language plpgsql as $$
#variable_conflict use_column
declare
  section text;
  t text;
  s text;
  expected bigint;
  n int;
  o int := 0;
  v bigint;
  at timestamptz(3);
begin
  perform es.lock_streams(p_tenants, p_streams);
  for k in 1..cardinality(p_streams) loop
    t := p_tenants[k];
    s := p_streams[k];
    expected := p_expected[k];
    n := p_counts[k];
    v := null;
    if t is distinct from section then
      perform set_config('app.tenant', t, true);
      section := t;
    end if;
    at := date_trunc('milliseconds', coalesce(timestamptz 'epoch' + p_backdated[k] * interval '1 millisecond', clock_timestamp()));

    if expected = 0 then
      insert into es.streams as x (tenant, stream, version, recorded) values (t, s, n, at)
      on conflict do nothing returning x.version into v;
    elsif expected > 0 then
      update es.streams x set version = x.version + n, recorded = greatest(x.recorded, at)
      where x.tenant = t and x.stream = s and x.version = expected returning x.version, x.recorded into v, at;
    else
      insert into es.streams as x (tenant, stream, version, recorded) values (t, s, n, at)
      on conflict (tenant, stream) do update set version = x.version + n, recorded = greatest(x.recorded, at)
      returning x.version, x.recorded into v, at;
      if v > n and exists (select from es.events e where e.tenant = t and e.event_id = p_ids[o + n] and e.stream = s) then
        update es.streams x set version = x.version - n where x.tenant = t and x.stream = s;
        v := null;
      end if;
    end if;

    if v is null then
      select r.status, r.version, r.tx, r.pos, r.recorded into status, version, tx, pos, recorded
      from es.settle(t, s, p_ids[o + 1:o + n]) r;
    else
      if n < ${SET_FROM} then
        for j in 1..n loop
          insert into es.events as e (tenant, stream, version, event_id, type, data, meta, recorded)
          values (t, s, v - n + j, p_ids[o + j], p_types[o + j], p_data[o + j]::jsonb, p_meta[o + j]::jsonb, at)
          returning e.pos, e.tx into pos, tx;
        end loop;
      else
        with added as (
          insert into es.events as e (tenant, stream, version, event_id, type, data, meta, recorded)
          select t, s, v - n + u.nth, u.id, u.type, u.data::jsonb, u.meta::jsonb, at
          from unnest(p_ids[o + 1:o + n], p_types[o + 1:o + n], p_data[o + 1:o + n], p_meta[o + 1:o + n])
            with ordinality u(id, type, data, meta, nth)
          order by u.nth
          returning e.pos
        )
        select max(added.pos), pg_current_xact_id() into pos, tx from added;
      end if;
      status := 'recorded';
      version := v;
      recorded := at;
    end if;
    item := k;
    o := o + n;
    return next;
  end loop;
end $$;

-- The same, each append in a transaction of its own inside: one that fails is reported ('error', SQLSTATE in problem)
-- and its neighbours are recorded. A stream that somebody else holds is not waited for: its append is an error 55P03.
create function es.append_careful(${parameters}) returns table (${answer}) language plpgsql as $$
#variable_conflict use_column
declare
  free boolean[];
  n int;
  o int := 0;
begin
  select array_agg(l.free order by l.nth) into free
  from (select u.nth, pg_try_advisory_xact_lock(es.stream_key(u.t, u.s)) as free
        from unnest(p_tenants, p_streams) with ordinality u(t, s, nth) offset 0) l;
  for k in 1..cardinality(p_streams) loop
    n := p_counts[k];
    item := k; version := null; tx := null; pos := null; recorded := null; problem := null;
    if free[k] then
      begin
        select r.status, r.version, r.tx, r.pos, r.recorded into status, version, tx, pos, recorded
        from es.append_batch(p_tenants[k:k], p_streams[k:k], p_expected[k:k], p_backdated[k:k], p_counts[k:k],
          p_ids[o + 1:o + n], p_types[o + 1:o + n], p_data[o + 1:o + n], p_meta[o + 1:o + n]) r;
      exception
        when unique_violation then
          perform set_config('app.tenant', p_tenants[k], true);
          select r.status, r.version, r.tx, r.pos, r.recorded into status, version, tx, pos, recorded
          from es.settle(p_tenants[k], p_streams[k], p_ids[o + 1:o + n]) r;
        when others then
          status := 'error';
          problem := sqlstate;
      end;
    else
      status := 'error';
      problem := '55P03';
    end if;
    o := o + n;
    return next;
  end loop;
end $$;
`;
