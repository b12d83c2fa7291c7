import { number } from '~/i18n/format';
import { t } from './texts';
import { nameOf, type RelationshipMap } from './use-relationships';

/** The answer first: breadth, height, what hangs on one person, whom nobody knows, whom nobody met. */
export function findingsSentence(
  { contacts, findings, silentDays }: RelationshipMap,
  people: ReadonlyMap<string, string>,
): string {
  const { known, functions, board, highest, singleOurs, singleTheirs, gaps, silent } = findings;
  const theirs = contacts.find(({ id }) => id === singleTheirs);
  const breadth = `${t('sentence.known', { n: known, contacts: number(findings.contacts) })} ${t('sentence.functions', { n: functions.length })}`;
  return [
    known === 0 ? t('sentence.none') : breadth,
    board.length > 0 && t('sentence.board', { n: board.length }),
    board.length === 0 && highest && t('sentence.noBoard', { level: t(`level.${highest}`).toLowerCase() }),
    singleOurs && t('sentence.singleOurs', { person: people.get(singleOurs) ?? '' }),
    theirs && t('sentence.singleTheirs', { contact: nameOf(theirs) }),
    gaps.length > 0 && t('sentence.gaps', { n: gaps.length }),
    silent.length > 0 && t('sentence.silent', { n: silent.length, days: number(silentDays) }),
  ]
    .filter(Boolean)
    .join(' ');
}
