import { Controller, Param } from '@nestjs/common';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint } from '@mainstay/http';
import { scoringAnswer } from '../criteria.answers';
import { ScoringQueries } from './scoring.queries';

@Controller('api/t/:tenant/accounts/:accountId/scores')
export class ScoringController {
  constructor(private readonly queries: ScoringQueries) {}

  @Endpoint({
    method: 'GET',
    path: 'standing',
    access: 'portfolio.read',
    summary: 'Scores under the criteria of then and of now, and the weights that would change the suggestion',
    answer: scoringAnswer,
  })
  async getScoreStanding(@Ctx() context: RequestContext, @Param('accountId') accountId: string) {
    const scoring = await this.queries.scoring(context, accountId);
    if (!scoring) throw new NotFound('account', accountId);
    return scoring;
  }
}
