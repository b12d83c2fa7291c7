import { texts } from '~/i18n/catalogue';

export const t = texts({
  noRole: 'You have no role here yet',
  noRoleText: 'An administrator of your enterprise gives roles. Until then there is nothing here that you may see.',
  waiting: { one: 'One thing waits for you.', other: '{n} things wait for you.' },
  tasks: 'Waiting for you',
  overdue: 'overdue since {day}',
  due: 'due {day}',
  dismiss: 'Take note, and dismiss the reminder',
  dismissed: 'Reminder dismissed',
  'audit-overdue': {
    one: '{n} action of {title} is overdue',
    other: '{n} actions of {title} are overdue',
  },
  'audit-due': {
    one: '{n} action of {title} falls due',
    other: '{n} actions of {title} fall due',
  },
  'audit-reminder': {
    one: '{who} reminds you: {n} action of {title} is left',
    other: '{who} reminds you: {n} actions of {title} are left',
  },
  'question-asked': '{who} asks you about {title}',
  'question-answered': 'Your question about {title} is answered: settle it, or ask on',
  'audit-questions': { one: '{n} question in {title} is open', other: '{n} questions in {title} are open' },
  'sign-off-audit': '{title} is ready to be signed off',
  'answer-audit': {
    one: '{n} action of {title} is still to be answered',
    other: '{n} actions of {title} are still to be answered',
  },
  'answer-organisation': {
    one: '{n} cell of {title} is still to be answered',
    other: '{n} cells of {title} are still to be answered',
  },
  'settle-organisation': {
    one: '{n} cell of {title} waits to be settled',
    other: '{n} cells of {title} wait to be settled',
  },
  'action-overdue': '{title}',
  'action-due': '{title}',
  'plan-stale': {
    one: 'The plan of {n} of your accounts is stale',
    other: 'The plans of {n} of your accounts are stale',
  },
  'plan-missing': { one: '{n} of your accounts has no plan', other: '{n} of your accounts have no plan' },
  'litmus-due': {
    one: 'A litmus test of {n} of your accounts is due',
    other: 'Litmus tests of {n} of your accounts are due',
  },
  'enter-time': 'Enter where your time went in {month}',
  'alignment-overdue': 'Hold the alignment review with {title}',
  'alignment-due': 'Hold the alignment review with {title}',
  'move-to-decide': '{who} proposes to move {title}',
  'exit-point': '{title}',
  'exit-overdue': '{title}',
  'check-resource': {
    one: 'Did what was named for {title} move?',
    other: 'Did the {n} resources named for {title} move?',
  },
  notices: { one: '{n} decision that concerns you is new', other: '{n} decisions that concern you are new' },
  'score-round': {
    one: '{n} account is yours to score in {title}',
    other: '{n} accounts are yours to score in {title}',
  },
  'score-round-overdue': {
    one: '{n} account is still yours to score in {title}',
    other: '{n} accounts are still yours to score in {title}',
  },
  'settle-round': {
    one: '{n} account of {title} waits to be settled',
    other: '{n} accounts of {title} wait to be settled',
  },
  'accounts-unscored': { one: '{n} account has no scores', other: '{n} accounts have no scores' },
  'accounts-undecided': {
    one: '{n} account waits for its first category',
    other: '{n} accounts wait for their first category',
  },
  all: 'Show all {n}',
  position: 'Where it stands',
  yourPlans: 'Plans of your accounts',
  live: 'Live',
  stale: 'Stale',
  none: 'Missing',
  plansSentence: '{live} of the {leads} accounts you lead have a live plan.',
});
