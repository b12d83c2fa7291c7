import { texts } from '~/i18n/catalogue';

export const t = texts({
  title: 'Received against entitled',
  back: 'Portfolio',
  answer: '{under} accounts receive less than their category is entitled to, {over} receive more.',
  search: 'Name or code',
  state: 'Held',
  under: 'Less than entitled',
  over: 'More than entitled',
  'as-entitled': 'As entitled',
  account: 'Account',
  category: 'Category',
  lead: 'Lead',
  nobody: 'Nobody',
  less: 'Less in',
  more: 'More in',
  count: { one: '{n} account', other: '{n} accounts' },
  none: 'No account here',
  noneText: 'Key accounts show here, and others that receive something all the same.',
  next: 'Show more',
});
