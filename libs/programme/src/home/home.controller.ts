import { Controller } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint } from '@mainstay/http';
import { HomeQueries } from './home.queries';
import { type Home, homeAnswer } from './task';

@Controller('api/t/:tenant/home')
export class HomeController {
  constructor(private readonly queries: HomeQueries) {}

  @Endpoint({ method: 'GET', access: 'programme.home', summary: 'What needs me today', answer: homeAnswer })
  getHome(@Ctx() context: RequestContext): Promise<Home> {
    return this.queries.home(context);
  }
}
