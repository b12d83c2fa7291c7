import { texts } from '~/i18n/catalogue';

export const t = texts({
  title: 'Notices',
  answer: { one: 'One decision that concerns you is new.', other: '{n} decisions that concern you are new.' },
  answerNone: 'You have taken note of everything.',
  state: 'Show',
  unread: 'New only',
  count: { one: '{n} notice', other: '{n} notices' },
  moved: '{account} moves from {from} to {to} from {day} on',
  refused: 'The move of {account} to {to} was refused',
  corrected: 'The decision on {account} was corrected: {to} from {day} on',
  correctedAway: 'The decision on {account} was corrected: it never left {from}',
  by: '{person}, {moment}',
  new: 'New',
  read: 'Take note',
  readAll: 'Take note of all',
  done: { one: 'Noted', other: '{n} notices noted' },
  none: 'No notices',
  noneText: 'What is decided about accounts that you lead, sponsor, work for or trade with shows here.',
});
