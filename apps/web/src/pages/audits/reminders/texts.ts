import { texts } from '~/i18n/catalogue';

export const t = texts({
  title: 'Who is behind',
  nobody: 'Every assessor has answered all parts assigned.',
  left: { one: '{n} action left', other: '{n} actions left' },
  due: 'due {day}',
  overdue: 'overdue since {day}',
  remind: 'Remind',
  remindWho: 'Remind {who}',
  drawer: 'Remind {who}',
  effect: 'It stands in the person’s tasks until everything is answered, or the person dismisses it.',
  note: 'A word with it (may be left out)',
  done: '{who} is reminded',
  last: 'last reminded',
  dismissed: 'dismissed',
});
