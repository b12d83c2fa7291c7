/** A text, or one per plural form of `{n}` (see Intl.PluralRules). */
export type Text = string | { readonly one: string; readonly other: string };
export type Catalogue<Key extends string = string> = Readonly<Record<Key, Text>>;
export type Translate<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

const preference = 'mainstay.language';

export const languages = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;

const isLanguage = (text: string | null | undefined): text is Language => !!text && text in languages;

/** The language the person chose here, else the browser's, else English. */
export const language: Language = (() => {
  const chosen = localStorage.getItem(preference);
  if (isLanguage(chosen)) return chosen;
  const preferred = navigator.language.split('-')[0];
  return isLanguage(preferred) ? preferred : 'en';
})();

/** Texts are read once per page load, so a change of language loads the page anew. */
export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(preference, chosen);
  window.location.reload();
}

/** Dates and numbers follow the person's own locale where it is one of the language, else the language. */
export const locale = navigator.language.startsWith(language) ? navigator.language : language;

/** Makes the text function of one catalogue. English is complete; another language may lack keys. */
export function texts<Key extends string>(
  english: Catalogue<Key>,
  others: { readonly [L in Exclude<Language, 'en'>]?: Partial<Catalogue<Key>> } = {},
): Translate<Key> {
  const translated: Partial<Catalogue<Key>> | undefined = language === 'en' ? undefined : others[language];
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(locale);
  return (key, values = {}) => {
    const text: Text = translated?.[key] ?? english[key];
    const form =
      typeof text === 'string' ? text : text[plurals.select(Number(values['n'])) === 'one' ? 'one' : 'other'];
    return form.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? numbers.format(value) : (value ?? `{${name}}`);
    });
  };
}
