import { texts } from '~/i18n/catalogue';

export const t = texts({
  'state.unconfirmed': 'Not confirmed',
  'slopes.title': 'From one to the other',
  'slopes.sentence': 'Per cent of the maximum, overall and phase by phase.',
  'slopes.overall': 'Overall',
  'slopes.name': 'Cut',
  'slopes.points': '{title}: points',
  otherScope: 'These two audits are of different scopes: {from} and {to}.',
  without: {
    one: '{n} answer has no counterpart in the other catalogue version and is left out of this comparison.',
    other: '{n} answers have no counterpart in the other catalogue version and are left out of this comparison.',
  },
  lost: {
    one: '{n} action lost its points without being judged lower: it is unanswered, not relevant or not yet confirmed in the second audit.',
    other:
      '{n} actions lost their points without being judged lower: they are unanswered, not relevant or not yet confirmed in the second audit.',
  },
  restatedText: 'Scored 0, unanswered, not relevant and not yet confirmed all count 0, and are not the same.',
  opens: '{label}: the answer in {title}',
});
