import { idFrom } from '@mainstay/event-sourcing';
import type { DemoAccount } from '../content/accounts';
import type { DemoAudit } from '../content/audits';
import type { DemoEnterprise } from '../content/enterprises';
import type { DemoMovement } from '../content/movements';
import type { DemoOrganisation } from '../content/organisation';
import { demoPeople } from '../people';

/** What the catalogues of the product say; the demo reads them through the API like anybody else. */
export interface Catalogues {
  readonly actions: readonly {
    readonly id: string;
    readonly phase: string;
    readonly period: number;
    readonly stream: string;
    readonly contributoryStream: string;
  }[];
  readonly criteria: readonly {
    readonly id: string;
    readonly axis: 'attractiveness' | 'standing';
    readonly weight: number;
  }[];
}

export interface Story {
  readonly enterprise: DemoEnterprise;
  readonly accounts: readonly DemoAccount[];
  readonly movements: readonly DemoMovement[];
  readonly audits: readonly DemoAudit[];
  readonly organisations: readonly DemoOrganisation[];
}

export const personId = (username: string) => demoPeople.find((person) => person.username === username)!.id;

/** Ids that follow from the business keys, as the product itself derives them. */
export const accountId = (tenant: string, code: string) => idFrom('account', tenant, code);
export const divisionId = (tenant: string, code: string) => idFrom('division', tenant, code);

export const managerOf = ({ enterprise }: Story, index: number) =>
  enterprise.managers[index % enterprise.managers.length]!;

/** Small customers without promise are not key; the others follow the score. */
export function firstCategory({ smallSpend }: DemoEnterprise, account: DemoAccount): string {
  return account.attractiveness < 4.5 && account.spend < smallSpend ? 'not-key' : quadrant(account);
}

/** The suggestion of the shipped criteria: by quadrant at 5. */
export function quadrant({ attractiveness, standing }: { attractiveness: number; standing: number }): string {
  if (attractiveness >= 5) return standing >= 5 ? 'strategic' : 'star';
  return standing >= 5 ? 'status' : 'streamline';
}
