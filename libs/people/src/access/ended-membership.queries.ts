import { Injectable } from '@nestjs/common';
import { EndedMemberships } from '@mainstay/identity';
import { ReadStore } from '@mainstay/read-store';
import { MoreThan } from 'typeorm';
import { accessTable } from './access.projection';

/** Longer than an access token lives, so that the list stays short. */
const LONGEST_TOKEN_MS = 60 * 60 * 1_000;
/** Every request asks: once a second for all of a tenant is often enough for people removed at another copy of the API. */
const FRESH_MS = 1_000;

interface Known {
  readonly until: number;
  readonly ended: Promise<Map<string, Date>>;
}

/** The short deny list of each tenant. */
@Injectable()
export class EndedMembershipQueries extends EndedMemberships {
  private readonly tenants = new Map<string, Known>();

  constructor(private readonly readStore: ReadStore) {
    super();
  }

  async endedAt(tenant: string, personId: string): Promise<Date | undefined> {
    return (await this.ofTenant(tenant)).get(personId);
  }

  /** At this copy of the API at once, before any read model says so. */
  async endNow(tenant: string, personId: string, now: Date): Promise<void> {
    const ended = await this.ofTenant(tenant);
    ended.set(personId, now);
  }

  private ofTenant(tenant: string): Promise<Map<string, Date>> {
    const now = Date.now();
    const known = this.tenants.get(tenant);
    if (known && now < known.until) return known.ended;
    const ended = this.read(tenant, new Date(now), known);
    this.tenants.set(tenant, { until: now + FRESH_MS, ended });
    ended.catch(() => this.tenants.delete(tenant)); // asked again at the next request
    return ended;
  }

  private async read(tenant: string, now: Date, known: Known | undefined): Promise<Map<string, Date>> {
    const since = new Date(now.getTime() - LONGEST_TOKEN_MS);
    const [rows, before] = await Promise.all([
      this.readStore.read({ tenant, now }, (manager) =>
        manager.find(accessTable.entity, { where: { endedAt: MoreThan(since) } }),
      ),
      known?.ended.catch(() => undefined),
    ]);
    const ended = new Map([...(before ?? [])].filter(([, at]) => at > since));
    for (const { personId, endedAt } of rows) ended.set(personId, endedAt!);
    return ended;
  }
}
