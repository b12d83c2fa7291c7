import { texts } from '~/i18n/catalogue';

export const t = texts({
  title: 'My tasks',
  answer: { one: 'One thing waits for you.', other: '{n} things wait for you.' },
  late: { one: 'One is overdue.', other: '{n} are overdue.' },
  nothing: 'Nothing waits for you.',
  nothingText:
    'Parts of audits assigned to you, questions that name you, actions you own and plans you lead appear here.',
  noneFound: 'Nothing of this kind waits for you.',
  count: { one: '{n} task', other: '{n} tasks' },
  about: 'About',
  'about.audits': 'Audits and assessments',
  'about.actions': 'Actions',
  'about.accounts': 'Accounts and plans',
  'about.time': 'Time use',
  'group.overdue': 'Overdue',
  'group.others-wait': 'Others wait for it',
  'group.due': 'Falling due',
  'group.open': 'Waiting',
});
