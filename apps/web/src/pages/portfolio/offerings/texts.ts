import { texts } from '~/i18n/catalogue';

export const t = texts({
  title: 'What we sell',
  answer: { one: '{n} offering is sold.', other: '{n} offerings are sold.' },
  'answer.none': 'Nothing is said yet of what the enterprise sells.',
  'answer.withdrawn': '{sold} {n} once sold.',
  name: 'Offering',
  code: 'Code',
  state: 'State',
  'state.sold': 'Sold',
  'state.withdrawn': 'Not sold any more',
  none: 'No offerings yet',
  noneText: 'They are the lines of the white space: what each division sells to a customer, and what it could.',
  add: 'Add an offering',
  'form.title': 'Offering {code}',
  'form.name': 'Name',
  'form.sold': 'It is sold',
  'form.soldHelp':
    'What is not sold any more leaves the white space of every account; what was marked stays in the history.',
  'form.nameMissing': 'Give the offering its name.',
  changed: '{name} is changed',
});
