import { Controller } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Query } from '@mainstay/http';
import { z } from 'zod';
import { ContactSearch } from './contact-search.queries';

const query = z.object({
  q: z.string().trim().min(2, 'must be at least 2 characters').max(100).describe('Part of the name'),
  limit: z.coerce.number().int().min(1).max(50).default(8),
});
const answer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      accountId: z.string(),
      accountName: z.string(),
      accountCode: z.string(),
    }),
  ),
});

@Controller('api/t/:tenant/contacts')
export class ContactSearchController {
  constructor(private readonly search: ContactSearch) {}

  @Endpoint({
    method: 'GET',
    access: 'portfolio.read',
    summary: 'People at the customers, by part of their name',
    query,
    answer,
  })
  async findContacts(@Ctx() context: RequestContext, @Query() { q, limit }: z.infer<typeof query>) {
    return { items: await this.search.find(context, q, limit) };
  }
}
