import { setTimeout as delay } from 'node:timers/promises';
import { idFrom, streamOf } from '@mainstay/event-sourcing';
import { type Answer, Caller } from '../support/caller';

export interface WriterOptions {
  readonly tenant: string;
  readonly name: string;
  /** The person's id. */
  readonly actor: string;
  readonly token: string | (() => Promise<string>);
  readonly audit: string;
  /** Actions of the audit that this writer alone answers. */
  readonly actions: readonly string[];
  /** Reads each account right after it changed: it must read as the writer believes, or say that it must wait. */
  readonly readsBack?: boolean;
  /** Between one command and the next. */
  readonly paceMs?: number;
}

interface Command {
  readonly key: string;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: object;
  readonly stream: string;
  /** What the writer believes once it was acknowledged. */
  readonly then: () => void;
}

/** A command that the product said it had carried out, and the event that must stand for it. */
export interface Acknowledged {
  readonly tenant: string;
  readonly command: Command;
  readonly eventId: string;
  readonly version: number;
}

export interface OwnAccount {
  readonly id: string;
  readonly code: string;
  category: string;
}

export interface Counts {
  /** Sent again after a crash because no answer had come. */
  repeated: number;
  /** Of these, carried out before the crash although no answer had come. */
  carriedOutBefore: number;
  /** Answered 503, with the time after which to try again. */
  refused: number;
  /** Read back as believed, after the command that changed it. */
  readBack: number;
}

/** Where an account goes next. */
const above = { undecided: 'streamline', streamline: 'status', status: 'star', star: 'strategic' } as const;

/** As often as it says that it is not as far yet, each time after the wait it asks for. */
const HISTORY_TRIES = 10;

const steps = ['register', 'score', 'categorise', 'recategorise', 'answer', 'answer'] as const;

/** Sends one command after the other, each under a key of its own, and remembers what was acknowledged. */
export class Writer {
  readonly acknowledged: Acknowledged[] = [];
  readonly accounts: OwnAccount[] = [];
  readonly counts: Counts = { repeated: 0, carriedOutBefore: 0, refused: 0, readBack: 0 };
  private outstanding: Command | undefined;
  /** Whether the outstanding command may have been carried out, although nobody said so. */
  private uncertain = false;
  private sent = 0;
  private lastCaller: Caller | undefined;

  constructor(private readonly options: WriterOptions) {}

  get tenant(): string {
    return this.options.tenant;
  }

  /** Whether a command is still without an answer. */
  get waits(): boolean {
    return this.outstanding !== undefined;
  }

  /** Goes on until the product is gone or enough is done; what was left without an answer is sent again first. */
  async work(url: string, onAcknowledged: () => void, enough: () => boolean): Promise<void> {
    const caller = await this.caller(url);
    if (this.outstanding) this.counts.repeated++;
    while (this.outstanding !== undefined || !enough()) {
      const command = (this.outstanding ??= this.next());
      const answer = await this.send(caller, command).catch(() => undefined);
      if (!answer) {
        this.uncertain = true;
        return;
      }
      if (answer.status === 409) continue; // others were faster: nothing was changed, the same key serves again
      if (answer.status === 503) {
        this.uncertain = true;
        await this.waitAsTold(answer);
        continue;
      }
      if (answer.status === 401) return; // the token is over: another, and the same command again
      if (answer.status >= 300) throw new Error(`${command.method} ${command.path}: ${answer.status} ${answer.text}`);
      if (answer.body.changed === false) {
        if (!this.uncertain) throw new Error(`${command.path} changed nothing: ${answer.text}`);
        this.counts.carriedOutBefore++;
      }
      this.acknowledge(command, answer.body.version as number);
      this.outstanding = undefined;
      this.uncertain = false;
      if (!this.options.readsBack || (await this.readBack(caller))) onAcknowledged();
      if (this.options.paceMs) await delay(this.options.paceMs);
    }
  }

  /** Only what was left without an answer. */
  settle(url: string): Promise<void> {
    return this.work(
      url,
      () => undefined,
      () => true,
    );
  }

  /** Sends again what was acknowledged long ago: same answer, and nothing happens. */
  async repeat(url: string, { command, version }: Acknowledged): Promise<void> {
    const { status, body } = await this.send(await this.caller(url), command);
    expect({ path: command.path, done: status < 300, body }).toMatchObject({
      done: true,
      body: { version, changed: false },
    });
  }

  /** Everything that this writer was acknowledged, as the history of its tenant tells it. */
  async history(url: string): Promise<string> {
    const caller = await this.caller(url);
    for (let tries = HISTORY_TRIES; ; tries--) {
      const answer = await caller.get(`t/${this.tenant}/history/export?format=ndjson`);
      if (answer.status === 200) return answer.text;
      if (answer.status !== 503 || tries === 0) {
        throw new Error(`The history of ${this.tenant} answers ${answer.status}: ${answer.text}`);
      }
      await this.waitAsTold(answer);
    }
  }

  /** Reads at least as far as the one before was told. */
  private async caller(url: string): Promise<Caller> {
    const { token } = this.options;
    const caller = new Caller(url, typeof token === 'string' ? token : await token());
    this.lastCaller?.tells(caller);
    return (this.lastCaller = caller);
  }

  private async waitAsTold({ headers, text }: Answer<unknown>): Promise<void> {
    const seconds = Number(headers['retry-after']);
    if (!(seconds > 0)) throw new Error(`A 503 does not say when to try again: ${text}`);
    this.counts.refused++;
    if (this.options.paceMs) await delay(seconds * 1_000);
  }

  /**
   * An account that was acknowledged reads as acknowledged, or the answer says that it must wait: never as it was before.
   * Says whether it was read.
   */
  private async readBack(caller: Caller): Promise<boolean> {
    const account = this.accounts.at(-1);
    if (!account) return true;
    const answer = await caller.get(`t/${this.tenant}/accounts/${account.id}`).catch(() => undefined);
    if (!answer || answer.status === 401) return false;
    if (answer.status === 503) {
      await this.waitAsTold(answer);
      return false;
    }
    const believed = account.category === 'undecided' ? 'prospect' : account.category;
    if (answer.status !== 200 || answer.body.category !== believed) {
      throw new Error(`${account.id} is ${believed}, and reads ${answer.status}: ${answer.text}`);
    }
    this.counts.readBack++;
    return true;
  }

  private send(caller: Caller, { method, path, body, key }: Command) {
    return caller.call(method, `t/${this.options.tenant}/${path}`, body, { 'idempotency-key': key });
  }

  private acknowledge(command: Command, version: number): void {
    const { tenant, actor } = this.options;
    const eventId = idFrom('event', tenant, actor, command.key, command.stream, '0');
    this.acknowledged.push({ tenant, command, eventId, version });
    command.then();
  }

  private next(): Command {
    const number = this.sent++;
    const { tenant, name, actor, audit, actions } = this.options;
    const ofAccount = (id: string) => streamOf('portfolio.account', tenant, id);
    const command = (rest: Omit<Command, 'key' | 'then'> & { then?: () => void }): Command => ({
      then: () => undefined,
      ...rest,
      key: `${name}-request-${number}`,
    });
    const scored = (id: string) => ({
      method: 'PUT' as const,
      path: `accounts/${id}/scores`,
      body: { scores: scores(number), note: `Scored in request ${number}` },
      stream: ofAccount(id),
    });
    const latest = this.accounts.at(-1);
    const step = latest ? steps[number % steps.length]! : 'register';
    switch (step) {
      case 'register': {
        const code = `${name}-${number}`.toUpperCase();
        const id = idFrom('account', tenant, code);
        return command({
          method: 'POST',
          path: 'accounts',
          body: { code, name: `Account ${code}`, leadId: actor, spend: number },
          stream: ofAccount(id),
          then: () => this.accounts.push({ id, code, category: 'undecided' }),
        });
      }
      case 'score':
        return command(scored(latest!.id));
      case 'categorise':
      case 'recategorise': {
        // Always upwards: a move down opens an exit in the same append, and one command would be two events.
        const account = this.accounts.find(({ category }) => Object.hasOwn(above, category)) ?? latest!;
        const category = above[account.category as keyof typeof above] as string | undefined;
        if (!category) return command(scored(latest!.id));
        const decision = { category, effectiveOn: '2025-03-03', reason: `Decided in request ${number}` };
        const first = account.category === 'undecided';
        return command({
          method: 'POST',
          path: `accounts/${account.id}/${first ? 'categorisation' : 'recategorisations'}`,
          body: first ? decision : { ...decision, approvedBy: actor },
          stream: ofAccount(account.id),
          then: () => (account.category = category),
        });
      }
      case 'answer':
        return command({
          method: 'PUT',
          path: `audits/${audit}/answers/${actions[number % actions.length]}`,
          body: {
            score: number % 4,
            evidence: `Seen in request ${number}`,
            reason: `Looked again in request ${number}`,
          },
          stream: streamOf('assessment.audit', tenant, audit),
        });
    }
  }
}

const criteria =
  'spend-potential growth margin new-products influence marquee stronghold strategic-fit cultural-fit kam-readiness customer-view';
const scores = (number: number) =>
  Object.fromEntries(criteria.split(' ').map((id, index) => [id, (number + index) % 11]));
