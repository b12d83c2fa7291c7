import { Controller } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint } from '@mainstay/http';
import { z } from 'zod';
import { DashboardQueries } from './dashboard.queries';
import { tile } from './tile';

const answer = z.object({
  on: z.iso.date().describe('The day that the figures describe'),
  currency: z.string(),
  tiles: z.array(tile).max(6),
});

@Controller('api/t/:tenant/board/dashboard')
export class DashboardController {
  constructor(private readonly queries: DashboardQueries) {}

  @Endpoint({
    method: 'GET',
    access: 'programme.dashboard',
    summary: 'The Board dashboard: six figures, each with its trend, one sentence and what it is made of',
    answer,
  })
  getBoardDashboard(@Ctx() context: RequestContext): Promise<z.infer<typeof answer>> {
    return this.queries.dashboard(context);
  }
}
