/**
 * Names of streams in EventStoreDB. A stream of the port, `{context}.{aggregate}-{tenant}_{id}`, is
 * `{namespace}:{context}.{aggregate}-{tenant}_{id}` there; each part is percent-encoded, and the tenant's underscores as
 * well, so that two tenants never share a name. A stream named otherwise is `{namespace}:-{tenant}_{stream}`.
 */
export interface Names {
  /** What the names of all streams of events begin with, and of no others. */
  readonly prefix: string;
  stream(tenant: string, stream: string): string;
  /** Where it is recorded which stream an event id belongs to. */
  idRecord(tenant: string, eventId: string): string;
  /** The opposite of `stream`. */
  parse(name: string): { readonly tenant: string; readonly stream: string };
}

/** @param namespace letters, digits and dots: installations on one server are told apart by it */
export function namesIn(namespace: string): Names {
  if (!/^[A-Za-z0-9.]{1,100}$/.test(namespace)) {
    throw new Error('The namespace of an EventStoreDB store must be 1 to 100 letters, digits and dots.');
  }
  const prefix = `${namespace}:`;
  return {
    prefix,
    stream: (tenant, stream) => {
      const dash = stream.indexOf('-');
      const own = dash > 0 && stream.startsWith(`-${tenant}_`, dash);
      const [category, id] = own ? [stream.slice(0, dash), stream.slice(dash + tenant.length + 2)] : ['', stream];
      return `${prefix}${encodeURIComponent(category)}-${ofTenant(tenant)}_${encodeURIComponent(id)}`;
    },
    idRecord: (tenant, eventId) => `${namespace}.ids-${ofTenant(tenant)}_${eventId.toLowerCase()}`,
    parse: (name) => {
      const dash = name.indexOf('-', prefix.length);
      const line = name.indexOf('_', dash);
      const [category, tenant, id] = [
        name.slice(prefix.length, dash),
        name.slice(dash + 1, line),
        name.slice(line + 1),
      ].map(decodeURIComponent) as [string, string, string];
      return { tenant, stream: category ? `${category}-${tenant}_${id}` : id };
    },
  };
}

const ofTenant = (tenant: string) => encodeURIComponent(tenant).replaceAll('_', '%5F');

/** Whether a stream or tenant may have this name at all: any other is the name of nothing. */
export const isName = (text: string) => !text.includes('\0') && text.isWellFormed();
