import { type Role, roles as everyRole } from '@mainstay/event-sourcing';

/** One line of the policy: who may do what, in words that people read on the page "Who may do what". */
export interface PolicyLine {
  /** What the permission lets a person do. */
  readonly lets: string;
  readonly roles: readonly Role[];
  /** What the record itself must also say, such as being assigned to the audit. The domain checks it. */
  readonly record?: string;
}

/** Everyone who works in the enterprise. A feedback rater answers one questionnaire and sees nothing else. */
const members = everyRole.filter((role) => role !== 'feedback-rater');

/** The one table of role and permission. What is not stated here nobody may do. */
export const policy = {
  'enterprise.read': {
    lets: 'See the enterprise, its divisions and its settings.',
    roles: members,
  },
  'enterprise.manage': {
    lets: 'Set up divisions, how many people a change of category takes and how much each part of health counts.',
    roles: ['tenant-administrator'],
  },
  'people.read': {
    lets: 'See who takes part in the programme and in which role.',
    roles: members,
  },
  'people.manage': {
    lets: 'Add people and change what is recorded about them.',
    roles: ['tenant-administrator'],
  },
  'people.access': {
    lets: 'Invite people to sign in, set their roles, and remove them.',
    roles: ['tenant-administrator'],
    record: 'Nobody removes himself or herself, and one administrator always remains.',
  },
  'people.team': {
    lets: 'Form the team of an account.',
    roles: ['kam-unit-head', 'programme-lead', 'key-account-manager'],
    record: 'A key account manager forms the teams of the accounts that he or she leads.',
  },
  'assessment.read': {
    lets: 'Read audits, their evidence and their results.',
    roles: members,
  },
  'assessment.open': {
    lets: 'Open an audit for the programme or a division.',
    roles: ['programme-lead'],
  },
  'assessment.assign': {
    lets: 'Choose the assessors of an audit.',
    roles: ['programme-lead'],
  },
  'assessment.sign-off': {
    lets: 'Sign an audit off, and reopen it with a reason.',
    roles: ['programme-lead'],
  },
  'assessment.answer': {
    lets: 'Answer the actions of an audit and correct an answer.',
    roles: ['assessor', 'programme-lead'],
    record: 'Only in audits the person is assigned to.',
  },
  'assessment.discuss': {
    lets: 'Comment and ask beside the actions of an audit, and answer questions.',
    roles: ['programme-lead', 'kam-unit-head', 'key-account-manager', 'division-head', 'executive-sponsor', 'assessor'],
    record: 'One changes and withdraws one’s own words; whoever asked, and the programme lead, settle a question.',
  },
  'assessment.settle': {
    lets: 'Settle the scores of an organisation assessment, sign it off and open it again.',
    roles: ['programme-lead'],
  },
  'assessors.read': {
    lets: 'See which assessor said what in an organisation assessment, and its history.',
    roles: ['assessor', 'programme-lead', 'kam-unit-head', 'board-member', 'tenant-administrator'],
  },
  'assessment.configure': {
    lets: 'Set the threshold of a reached period and put the enterprise’s own words to the catalogues.',
    roles: ['tenant-administrator', 'programme-lead'],
  },
  'assessment.act': {
    lets: 'Raise programme actions and change them.',
    roles: ['programme-lead', 'kam-unit-head', 'assessor', 'key-account-manager'],
    record:
      'A key account manager raises actions of his or her own; assessors and managers change what they raised or own.',
  },
  'assessment.carry-out': {
    lets: 'Move a programme action on: under way, done with evidence, dropped with a reason.',
    roles: members.filter((role) => role !== 'board-member'),
    record: 'The owner of the action; the programme lead and the KAM unit head move any.',
  },
  'assessment.litmus': {
    lets: 'Answer the litmus tests of the organisation, of customers and of key account managers.',
    roles: ['programme-lead', 'kam-unit-head', 'key-account-manager'],
    record:
      'Of an account the manager who leads it and the head of the KAM unit; of the organisation the programme lead.',
  },
  'portfolio.read': {
    lets: 'See the accounts, their scores, the matrix and the history of categories.',
    roles: members,
  },
  'portfolio.views': {
    lets: 'Keep views of lists for oneself, and share them.',
    roles: members,
  },
  'portfolio.register': {
    lets: 'Register accounts, by hand or from a file; change many at once; undo either; archive, restore and merge accounts.',
    roles: ['kam-unit-head', 'programme-lead', 'tenant-administrator'],
  },
  'portfolio.change': {
    lets: 'Change the facts of an account: name, divisions, countries, lead, sponsor, spend.',
    roles: ['kam-unit-head', 'programme-lead', 'tenant-administrator', 'key-account-manager'],
    record: 'A key account manager changes the accounts that he or she leads.',
  },
  'portfolio.know': {
    lets: 'Keep what is known of a customer: contacts, who knows whom, relationship, white space, notes.',
    roles: ['kam-unit-head', 'programme-lead', 'key-account-manager'],
    record: 'A key account manager for the accounts that he or she leads.',
  },
  'portfolio.score': {
    lets: 'Score an account under the criteria in force.',
    roles: ['kam-unit-head', 'programme-lead', 'key-account-manager'],
    record: 'A key account manager scores the accounts that he or she leads.',
  },
  'portfolio.score-own': {
    lets: 'Give one’s own scores of an account beside those of other scorers, in a round or by itself.',
    roles: [
      'kam-unit-head',
      'programme-lead',
      'key-account-manager',
      'kam-team-member',
      'division-head',
      'executive-sponsor',
      'assessor',
    ],
    record:
      'In a round the accounts assigned to the person. Nobody sees the scores of others before giving his or her own.',
  },
  'portfolio.settle': {
    lets: 'Settle what several scorers gave an account, and open it again.',
    roles: ['kam-unit-head', 'programme-lead'],
  },
  'portfolio.round': {
    lets: 'Open rounds in which accounts are scored anew, assign and remind scorers, close rounds.',
    roles: ['kam-unit-head', 'programme-lead'],
  },
  'portfolio.criteria': {
    lets: 'Draft the criteria by which key accounts are chosen, and publish a version.',
    roles: ['kam-unit-head', 'programme-lead', 'tenant-administrator'],
  },
  'portfolio.categories': {
    lets: 'Say what the categories are called, mean and are entitled to, and what is seen to when an account leaves one.',
    roles: ['kam-unit-head', 'programme-lead', 'tenant-administrator'],
  },
  'portfolio.notices': {
    lets: 'Read what was decided about accounts that concern one, and take note of it.',
    roles: members,
  },
  'portfolio.exit': {
    lets: 'See to the points of an exit as an account leaves its category.',
    roles: members.filter((role) => role !== 'board-member'),
    record: 'Whoever sees to the point, who leads the account, and those who answer for the whole portfolio.',
  },
  'portfolio.categorise': {
    lets: 'Decide the first category of an account.',
    roles: ['kam-unit-head', 'programme-lead'],
  },
  'portfolio.propose': {
    lets: 'Propose to move an account to another category.',
    roles: ['kam-unit-head', 'programme-lead', 'key-account-manager'],
    record: 'A key account manager proposes for the accounts that he or she leads.',
  },
  'portfolio.recategorise': {
    lets: 'Decide moves to another category, de-selection included: approve, refuse, correct.',
    roles: ['kam-unit-head', 'programme-lead'],
  },
  'planning.read': {
    lets: 'Read account plans and all their revisions.',
    roles: members,
  },
  'planning.write': {
    lets: 'Write an account plan and save revisions.',
    roles: ['key-account-manager', 'kam-team-member', 'kam-unit-head'],
    record: 'A key account manager for the accounts that he or she leads; a team member for the accounts of the team.',
  },
  'planning.review': {
    lets: 'Record that an account plan was reviewed.',
    roles: ['key-account-manager', 'kam-unit-head', 'executive-sponsor'],
    record: 'A key account manager for the accounts that he or she leads; a sponsor for the accounts sponsored.',
  },
  'programme.home': {
    lets: 'See what needs one’s own attention today.',
    roles: members,
  },
  'programme.dashboard': {
    lets: 'See the Board dashboard and open its figures.',
    roles: ['board-member', 'programme-lead', 'kam-unit-head', 'executive-sponsor', 'division-head'],
  },
  'time-use.read': {
    lets: 'See where the time of key account managers goes, and what it should go into.',
    roles: members,
    record:
      'Single records of one’s own and of direct reports only; of everybody else figures of five people and more.',
  },
  'time-use.record': {
    lets: 'Record where the own time went.',
    roles: ['key-account-manager', 'kam-unit-head'],
    record: 'The own time only.',
  },
  'time-use.profile': {
    lets: 'Set what the time of a key account manager should go into.',
    roles: ['tenant-administrator', 'programme-lead', 'kam-unit-head'],
  },
  'history.read': {
    lets: 'Read the audit history: every change with who, when, before, after and why.',
    roles: ['board-member', 'programme-lead', 'kam-unit-head', 'tenant-administrator'],
  },
  'history.of-record': {
    lets: 'Read the history of one record: who changed it, when, before, after and why.',
    roles: members,
    record: 'Of the records that the person may read.',
  },
  'history.export': {
    lets: 'Export the audit history.',
    roles: ['board-member', 'programme-lead', 'kam-unit-head', 'tenant-administrator'],
  },
  'identity.policy': {
    lets: 'See who may do what.',
    roles: members,
  },
} as const satisfies Record<string, PolicyLine>;

export type Permission = keyof typeof policy;

export const permissions = Object.keys(policy) as Permission[];

export function mayDo(roles: readonly Role[], permission: Permission): boolean {
  const line: PolicyLine = policy[permission];
  return line.roles.some((role) => roles.includes(role));
}

/** Everything that the roles allow together, in the order of the table. */
export const permissionsOf = (roles: readonly Role[]): Permission[] =>
  permissions.filter((permission) => mayDo(roles, permission));
