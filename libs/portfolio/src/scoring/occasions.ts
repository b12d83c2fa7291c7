import { Injectable } from '@nestjs/common';
import { CommandRunner, NotFound, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { CriteriaInUse } from '../criteria/criteria-in-use';
import { criteriaSets } from '../criteria/criteria-sets';
import { known, openOne } from '../round/round.decisions';
import { rounds } from '../round/round';
import { versionOf } from '../round/round.queries';
import { occasionOf } from './scoring';
import type { AskedCriteria } from './scoring.commands';

export interface AskedOccasion {
  readonly occasion: string;
  readonly roundId: string | null;
  readonly set: AskedCriteria;
  /** Null outside of rounds. */
  readonly assigned: readonly string[] | null;
}

/** For what an account is scored, as the records say this moment: the round with its criteria, or a version of them. */
@Injectable()
export class Occasions {
  constructor(
    private readonly runner: CommandRunner,
    private readonly criteria: CriteriaInUse,
  ) {}

  /** @throws NotFound, Conflict where the round is closed, Refused where the account is not in it or there is no such version */
  async of(
    context: RequestContext,
    accountId: string,
    {
      roundId,
      criteriaVersion,
    }: { readonly roundId?: string | undefined; readonly criteriaVersion?: number | undefined },
  ): Promise<AskedOccasion> {
    if (!roundId) return { ...(await this.outsideRounds(context, criteriaVersion)), roundId: null, assigned: null };
    const state = await this.runner.state(rounds, context.tenant, context.tenant);
    const round = openOne(state.rounds, roundId);
    const member = round.accounts.get(accountId);
    if (!member) throw new Refused('round.account-unknown', 'roundId: the account is not in this round.');
    const set = await this.askedIn(context, roundId);
    return { occasion: occasionOf(roundId, null), roundId, set, assigned: member.scorerIds };
  }

  /** @throws NotFound, Conflict: before other records change for the sake of a round that takes nothing any more */
  async assertOpen(context: RequestContext, roundId: string): Promise<void> {
    const state = await this.runner.state(rounds, context.tenant, context.tenant);
    openOne(state.rounds, roundId);
  }

  /** What a round asks: its version, or the draft that it was opened under, with the version that the draft became. */
  async askedIn(context: RequestContext, roundId: string): Promise<AskedCriteria> {
    const { rounds: all } = await this.runner.state(rounds, context.tenant, context.tenant);
    const { criteriaVersion, draft } = known(all, roundId);
    const { published } = await this.runner.state(criteriaSets, context.tenant, context.tenant);
    const version = criteriaVersion ?? versionOf(draft, published);
    const set = published.find((one) => one.version === version);
    return set ?? { version: null, ...draft! };
  }

  private async outsideRounds(context: RequestContext, version: number | undefined) {
    const set = await this.criteria.set(context, version);
    if (!set) throw new NotFound('criteria-set', String(version));
    return { occasion: occasionOf(null, set.version), set };
  }
}
