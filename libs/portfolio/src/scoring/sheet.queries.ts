import { Injectable } from '@nestjs/common';
import { hasRole, type RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import { AccountQueries } from '../account/account-register/account.queries';
import { inForceOn } from '../criteria/criteria-sets';
import { knownCriteria } from '../criteria/criteria.queries';
import { fedScore } from '../criteria/fed';
import type { Sheet } from '../round/round.answers';
import { roundAccountTable, roundTable, scoringTable } from '../round/round.projection';
import { versionOf } from '../round/round.queries';
import { occasionOf } from './scoring';
import type { AskedCriteria } from './scoring.commands';
import { byWhom, givenOf, mergedScorings, settledOf } from './said';
import { spreadOf } from './spread';

interface Asked {
  readonly roundId?: string | undefined;
  readonly criteriaVersion?: number | undefined;
}

@Injectable()
export class SheetQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly accounts: AccountQueries,
  ) {}

  /**
   * One account as its scorers see it. Whoever is to score it sees what others said only once his or her own scores are
   * given; so does everybody outside of rounds. What was settled is open to all who may read the account.
   */
  async sheet(
    context: RequestContext,
    accountId: string,
    { roundId, criteriaVersion }: Asked,
  ): Promise<Sheet | undefined> {
    const account = await this.accounts.one(context, accountId);
    if (!account) return undefined;
    return this.readStore.read(context, async (manager) => {
      const published = await knownCriteria(manager);
      const round = roundId ? await manager.findOneBy(roundTable.entity, { roundId }) : null;
      const member = roundId ? await manager.findOneBy(roundAccountTable.entity, { roundId, accountId }) : null;
      if (roundId && (!round || !member)) return undefined;
      const today = (context.asAt ?? context.now).toISOString().slice(0, 10);
      const version =
        criteriaVersion ??
        (round ? (round.criteriaVersion ?? versionOf(round.draft, published)) : inForceOn(published, today).version);
      const set: AskedCriteria | undefined =
        published.find((one) => one.version === version) ??
        (round?.draft ? { version: null, ...round.draft } : undefined);
      if (!set) return undefined;
      const occasion = occasionOf(round?.roundId ?? null, set.version);
      const row = await manager.findOneBy(scoringTable.entity, { accountId, occasion });
      const given = row ? givenOf(row) : [];
      const own = given.find(({ scorerId }) => scorerId === context.actor);
      const assigned = member?.scorerIds ?? null;
      const blind = !row?.settled && !own && !maySee(context, assigned);
      const visible = blind ? [] : given;
      return {
        accountId,
        name: account.name,
        category: account.category,
        spend: account.spend,
        occasion,
        round: round && { id: round.roundId, name: round.name, state: round.state, dueOn: round.dueOn },
        criteria: {
          version: set.version,
          name: set.name,
          criteria: set.criteria.map(({ id, axis, label, help, weight, anchors, fed }) => {
            return { id, axis, label, help, weight, anchors, fed: fed ? fedScore(fed, account) : null };
          }),
        },
        assigned: assigned && [...assigned],
        givenBy: byWhom(given),
        own: own ? { scores: own.scores, notes: own.notes } : null,
        blind,
        given: visible,
        spread: spreadOf(
          set.criteria,
          visible.map(({ scores }) => scores),
        ),
        settled: row && settledOf(row),
        merged: await mergedScorings(manager, accountId, blind),
      };
    });
  }
}

/** In a round, those who settle and do not score themselves; they have nobody to be led by what others said. */
const maySee = ({ actor, ...context }: RequestContext, assigned: readonly string[] | null): boolean =>
  assigned !== null && !assigned.includes(actor) && hasRole(context, 'kam-unit-head', 'programme-lead');
