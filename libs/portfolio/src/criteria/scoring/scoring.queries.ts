import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import type { z } from 'zod';
import { AccountQueries } from '../../account/account-register/account.queries';
import { missingScores } from '../criteria';
import type { scoringAnswer } from '../criteria.answers';
import { CriteriaQueries } from '../criteria.queries';
import { sensitivity } from './sensitivity';
import { thenAndNow } from './then-and-now';

type Answer = z.infer<typeof scoringAnswer>;

@Injectable()
export class ScoringQueries {
  constructor(
    private readonly accounts: AccountQueries,
    private readonly criteria: CriteriaQueries,
  ) {}

  /** The scores under the criteria of then and of now, and which weight would change what they suggest. */
  async scoring(context: RequestContext, accountId: string): Promise<Answer | undefined> {
    const account = await this.accounts.one(context, accountId);
    if (!account) return undefined;
    const { scoring } = account;
    const now = (await this.criteria.set(context))!;
    const then = scoring && (await this.criteria.set(context, scoring.criteriaVersion));
    if (!scoring || !then) return { accountId, scored: null, sensitivity: null };
    const { attractiveness, standing, suggested, scores, scoredAt } = scoring;
    const { now: place, missing, criteria } = thenAndNow(then, now, scores);
    const tried = missingScores(now.criteria, scores).length === 0 ? now : then;
    const label = (id: string) => criteria.find((one) => one.id === id)!.label;
    return {
      accountId,
      scored: {
        then: { version: then.version, name: then.name, attractiveness, standing, suggested, scoredAt },
        now: { version: now.version, name: now.name, place },
        missing: missing.map(label),
        criteria,
      },
      sensitivity: {
        version: tried.version,
        suggested: tried === now && place ? place.suggested : suggested,
        criteria: sensitivity(tried.criteria, scores).map(({ id, share, change }) => ({
          id,
          label: label(id),
          share,
          change,
        })),
      },
    };
  }
}
