import { texts } from '~/i18n/catalogue';

export const t = texts({
  title: 'Access',
  name: 'Name',
  email: 'E-mail',
  roles: 'Roles',
  noRole: 'No role',
  state: 'Sign-in',
  'state.active': 'May sign in',
  'state.invited': 'Invited',
  search: 'Search by name or e-mail',
  count: { one: '{n} person may sign in', other: '{n} people may sign in' },
  none: 'Nobody may sign in yet',
  noneText: 'Invite the people who take part; each signs in with the roles that you give.',
  noneThen: 'Nothing had been decided here by then',
  noneThenText:
    'The sign-in service keeps no past. Shown as at a moment are the people who were invited or changed here until then.',
  notFound: 'Nobody found',

  invite: 'Invite somebody',
  invited: 'Invitation recorded',
  'invite.send': 'Invite',
  'invite.name': 'Name',
  'invite.nameMissing': 'Give the person’s name.',
  'invite.email': 'E-mail address',
  'invite.emailHelp': 'The person signs in with it.',
  'invite.emailMissing': 'Give the person’s e-mail address.',
  'invite.rolesMissing': 'Choose at least one role.',

  'password.title': 'One-time password for {name}',
  'password.text':
    'Give it to the person yourself: it is shown now and never again, and is used up as soon as the person has chosen an own password.',
  'password.copy': 'Copy',
  'password.copied': 'Copied',
  'password.done': 'Done',
  'password.mail': 'The sign-in service has told {name} by e-mail, or knows the person already.',

  change: 'Roles of {name}',
  changed: 'Roles changed. They hold from the person’s next token on, within five minutes.',
  'roles.lets': { one: 'One permission', other: '{n} permissions' },
  'roles.nothing': 'Answers one questionnaire and sees nothing else.',
  history: 'History',
  again: 'Invite again',
  remove: 'Remove',
  'remove.title': 'Remove {name}',
  'remove.text':
    'The person can do nothing here from this moment on. The account itself, and what the person did, stay.',
  'remove.withdraw': 'Withdraw the invitation of {name}',
  'remove.withdrawText': 'The person can no longer accept it.',
  removed: '{name} was removed',
  oneself: 'These are your own roles. Another administrator can change or remove them.',
});
