import { Injectable } from '@nestjs/common';
import type { RequestContext, Role } from '@mainstay/event-sourcing';
import type { TenantMember } from '@mainstay/identity';
import { ReadStore } from '@mainstay/read-store';
import { Not } from 'typeorm';
import { MemberQueries } from '../member/member.queries';
import { accessTable } from './access.projection';

@Injectable()
export class AccessQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly people: MemberQueries,
  ) {}

  /**
   * Who might sign in at a moment of the past, as far as it was decided here: the identity provider keeps no past, and what
   * was changed there alone is not known.
   */
  async decided(context: RequestContext): Promise<TenantMember[]> {
    const [rows, people] = await Promise.all([
      this.readStore.read(context, (manager) => manager.find(accessTable.entity, { where: { state: Not('removed') } })),
      this.people.people(context, {}),
    ]);
    return rows.map(({ personId, roles, state }) => {
      const person = people.find(({ id }) => id === personId);
      return {
        id: personId,
        name: person?.name ?? personId,
        username: '',
        email: person?.email ?? null,
        roles: roles as Role[],
        state: state as TenantMember['state'],
      };
    });
  }
}
