import { t } from './texts';

/** Languages that enterprises of several countries work in; any other code can be written through the API. */
const offered = 'en de fr es it nl pt pt-BR pl cs sk sv da nb fi hu ro bg el tr uk ar he hi ja ko zh'.split(' ');

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

export function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code; // An address may hold anything.
  }
}

/** First those in which something is said, then what else is offered. */
export function languageOptions(spoken: readonly string[], chosen: string) {
  const used = [...new Set([...spoken, chosen])].sort();
  const option = (code: string) => ({ value: code, label: `${t('language')} ${languageName(code)}` });
  return [
    ...used.map(option),
    { group: t('language.more'), items: offered.filter((code) => !used.includes(code)).map(option) },
  ];
}
