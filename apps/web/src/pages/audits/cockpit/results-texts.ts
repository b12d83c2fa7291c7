import { texts } from '~/i18n/catalogue';

export const t = texts({
  unconfirmed: 'Not confirmed',
  unconfirmedTitle: 'Not yet confirmed',
  unconfirmedText: 'Carried over from an earlier audit; counts nothing until somebody has looked again.',
  standUnconfirmed: {
    one: '{n} answer carried over from an earlier audit waits to be confirmed.',
    other: '{n} answers carried over from an earlier audit wait to be confirmed.',
  },

  'pace.title': 'Months in the programme against the usual pace',
  'pace.sentence': 'In month {months}; {phase} is usually under way between month {from} and month {to}: {verdict}.',
  'pace.month': 'Month',
  'pace.what': 'What',
  'pace.here': 'This audit',
  'pace.from': '{phase} usually begins',
  'pace.to': '{phase} is usually done',
  'pace.hereAt': 'month {n}',
  'pace.window': '{phase}: month {from} to {to}',

  'trend.title': 'The way so far',
  'trend.sentence': 'Per cent of the maximum at each audit, overall and by phase.',
  'trend.one': 'There is one audit of this scope so far; a second one makes a trend.',
  'trend.audit': 'Audit',
  'trend.date': 'Date',
  'trend.score': 'Score',
  'trend.overall': 'Overall',
  'trend.value': '{name} {percent} %',

  'next.title': 'Next best actions',
  'next.sentence': {
    one: '{n} action brought to 3 lifts {period} from {score} to at least {target} of {maximum}, over its {threshold} %.',
    other:
      '{n} actions brought to 3 lift {period} from {score} to at least {target} of {maximum}, over its {threshold} %. No smaller set does.',
  },
  'next.unreachable':
    'Even with all {n} actions below at 3, {period} stays under {target} of {maximum} ({threshold} %): what is not relevant here counts 0 and stays in the maximum. Look at those again.',
  'next.none': 'Every period has reached its threshold: there is nothing to lift.',
  'next.action': 'Action',
  'next.present': 'At present',
  'next.gain': 'Points won',
  'next.supports': 'Others build on it',
  'next.done': 'Programme action',
  'next.choose': 'Choose {label}',
  'next.all': 'Choose all',
  'next.bulk': { one: 'Turn {n} into a programme action', other: 'Turn {n} into programme actions' },

  act: 'Act on it',
  actOn: 'Act on {label}',
  actOnState: '{state}, due {day}',

  'bulk.title': { one: 'Raise {n} programme action', other: 'Raise {n} programme actions' },
  'bulk.submit': 'Raise them',
  'bulk.done': { one: '{n} action raised', other: '{n} actions raised' },
});
