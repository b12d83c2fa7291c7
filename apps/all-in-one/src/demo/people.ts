import type { Role } from '@mainstay/event-sourcing';

export interface DemoOrganization {
  readonly alias: string;
  readonly id: string;
  readonly name: string;
}

export interface DemoPerson {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  /** What the sign-in page says about the person. */
  readonly part: string;
  readonly memberships: Readonly<Record<string, Role>>;
}

export const DEMO_PASSWORD = 'mainstay-demo';

export const ALDERMOOR: DemoOrganization = {
  alias: 'aldermoor',
  id: '0a1d0000-0000-4000-8000-000000000001',
  name: 'Aldermoor Group',
};
export const BRACKWATER: DemoOrganization = {
  alias: 'brackwater',
  id: '0b2e0000-0000-4000-8000-000000000002',
  name: 'Brackwater Industries',
};
export const demoOrganizations = [ALDERMOOR, BRACKWATER];

const person = (
  number: number,
  username: string,
  name: string,
  part: string,
  memberships: Readonly<Record<string, Role>>,
): DemoPerson => ({
  id: `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  username,
  name,
  email: `${username}@${Object.keys(memberships)[0]}.example`,
  part,
  memberships,
});

/** The people of the demo: Aldermoor in every role, Brackwater in the few it needs, one consultant in both. */
export const demoPeople: readonly DemoPerson[] = [
  person(1, 'tessa', 'Tessa Lindqvist', 'Tenant administrator', { aldermoor: 'tenant-administrator' }),
  person(2, 'priya', 'Priya Raman', 'Programme lead', { aldermoor: 'programme-lead' }),
  person(3, 'marcus', 'Marcus Oyelaran', 'KAM unit head', { aldermoor: 'kam-unit-head' }),
  person(4, 'ines', 'Inês Carvalho', 'Key account manager', { aldermoor: 'key-account-manager' }),
  person(5, 'jonas', 'Jonas Weber', 'Key account manager', { aldermoor: 'key-account-manager' }),
  person(6, 'mei', 'Mei Tanaka', 'Key account manager', { aldermoor: 'key-account-manager' }),
  person(7, 'callum', 'Callum Reid', 'KAM team member', { aldermoor: 'kam-team-member' }),
  person(8, 'helga', 'Helga Sørensen', 'Division head, Nordics', { aldermoor: 'division-head' }),
  person(9, 'david', 'David Okafor', 'Executive sponsor', { aldermoor: 'executive-sponsor' }),
  person(10, 'amara', 'Amara Nwosu', 'Assessor', { aldermoor: 'assessor' }),
  person(11, 'victor', 'Victor Hale', 'Board member', { aldermoor: 'board-member' }),
  person(12, 'ruth', 'Ruth Abara', 'Consultant: assessor at Aldermoor, programme lead at Brackwater', {
    aldermoor: 'assessor',
    brackwater: 'programme-lead',
  }),
  person(13, 'owen', 'Owen Price', 'KAM unit head', { brackwater: 'kam-unit-head' }),
  person(14, 'greta', 'Greta Maier', 'Board member', { brackwater: 'board-member' }),
  person(15, 'sam', 'Sam Whitlock', 'Tenant administrator', { brackwater: 'tenant-administrator' }),
  person(16, 'lena', 'Lena Fischer', 'Key account manager', { brackwater: 'key-account-manager' }),
  person(17, 'nils', 'Nils Bergström', 'Key account manager', { aldermoor: 'key-account-manager' }),
  person(18, 'carla', 'Carla Moretti', 'Key account manager', { aldermoor: 'key-account-manager' }),
  person(19, 'arjun', 'Arjun Mehta', 'Key account manager', { aldermoor: 'key-account-manager' }),
];
