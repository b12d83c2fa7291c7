import { setTimeout as delay } from 'node:timers/promises';
import type { Distributed } from '../../../infra/local/distributed/start.mjs';
import { Caller } from '../../support/caller';
import { Writer } from '../../faults/writer';
import { personOf, tenants } from './cluster';

/** Commands a second of each writer: steady, so that what a fault holds up shows as a gap and not as a queue. */
const PACE_MS = 60;
const LOST_MS = 250;
/** Tokens hold for 300 s. */
const RENEW_MS = 200_000;

/** Eight tenants at work at the same time, and a model of what was acknowledged to each. */
export class Load {
  readonly writers: Writer[] = [];
  readonly audits = new Map<string, string>();
  private readonly acknowledgedAt = new Map<string, number>();
  private readonly checks = new Set<() => void>();
  private over = true;
  private running: Promise<unknown> = Promise.resolve();
  private failure: Error | undefined;

  constructor(private readonly cluster: Distributed) {}

  /** An audit and a rule of approval for each tenant, and its writer. */
  async prepare(): Promise<void> {
    const { url } = this.cluster;
    const catalogue = (await (await fetch(`${url}/api/catalogues/phase-audit/1`)).json()) as {
      actions: { id: string }[];
    };
    const actions = catalogue.actions.slice(0, 8).map(({ id }) => id);
    for (const tenant of tenants) {
      const person = personOf(tenant);
      const token = this.tokenOf(person.username);
      const caller = new Caller(url, await token());
      const rule = { select: 'one', up: 'one', down: 'one', 'de-select': 'one', reason: 'The load works alone' };
      const ruled = await caller.put(`t/${tenant}/enterprise/approval-rule`, rule, { 'idempotency-key': 'load-rule' });
      expect({ status: ruled.status, text: ruled.text }).toMatchObject({ status: 200 });
      const body = { scope: { kind: 'programme' }, title: 'Under fire', auditDate: '2025-03-01' };
      const opened = await caller.post(`t/${tenant}/audits`, body, { 'idempotency-key': 'load-open' });
      const audit = opened.body.id as string;
      this.audits.set(tenant, audit);
      const assessors = { assessorIds: [person.id] };
      await caller.put(`t/${tenant}/audits/${audit}/assessors`, assessors, { 'idempotency-key': 'load-assign' });
      const options = { tenant, name: 'w', actor: person.id, token, audit, actions, readsBack: true, paceMs: PACE_MS };
      this.writers.push(new Writer(options));
    }
  }

  start(): void {
    this.over = false;
    this.failure = undefined;
    this.running = Promise.all(this.writers.map((writer) => this.drive(writer)));
  }

  /** Ends the load; what was left without an answer is sent again, so that everybody knows what became of it. */
  async stop(): Promise<void> {
    this.over = true;
    await this.running;
    if (this.failure) throw this.failure;
  }

  /** Resolves once every tenant was acknowledged something that was sent after now, and read it back. */
  async everybodyWorks(withinMs: number): Promise<number> {
    const began = performance.now();
    const works = () => tenants.filter((tenant) => (this.acknowledgedAt.get(tenant) ?? 0) > began);
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.checks.delete(check);
        const waiting = tenants.filter((tenant) => !works().includes(tenant));
        reject(this.failure ?? new Error(`After ${withinMs / 1_000} s these do not work yet: ${waiting.join(', ')}.`));
      }, withinMs);
      const check = () => {
        if (works().length < tenants.length) return;
        clearTimeout(timer);
        this.checks.delete(check);
        resolve();
      };
      this.checks.add(check);
    });
    return (performance.now() - began) / 1_000;
  }

  /** Resolves after so many more acknowledgements of anybody, or when the time is over. */
  async goesOn(acknowledgements: number, forMs: number): Promise<void> {
    const goal = this.total() + acknowledgements;
    await Promise.race([
      delay(forMs),
      new Promise<void>((resolve) => {
        const check = () => {
          if (this.total() < goal) return;
          this.checks.delete(check);
          resolve();
        };
        this.checks.add(check);
      }),
    ]);
  }

  total(): number {
    return this.writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  }

  counted(of: (writer: Writer) => number): number {
    return this.writers.reduce((sum, writer) => sum + of(writer), 0);
  }

  private async drive(writer: Writer): Promise<void> {
    try {
      while (!this.over || writer.waits) {
        await writer.work(
          this.cluster.url,
          () => this.acknowledge(writer.tenant),
          () => this.over,
        );
        if (writer.waits) await delay(LOST_MS);
      }
    } catch (error) {
      this.failure ??= error as Error;
      this.over = true;
    }
  }

  private acknowledge(tenant: string): void {
    this.acknowledgedAt.set(tenant, performance.now());
    for (const check of [...this.checks]) check();
  }

  /** Keeps the token it has while sign-in does not answer. */
  private tokenOf(username: string): () => Promise<string> {
    let token: string | undefined;
    let signedInAt = 0;
    return async () => {
      if (token && performance.now() - signedInAt < RENEW_MS) return token;
      try {
        token = await this.cluster.accessToken(username);
        signedInAt = performance.now();
      } catch (error) {
        if (!token) throw error;
      }
      return token;
    };
  }
}
