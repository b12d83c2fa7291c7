/** Forms of companies in the countries where key accounts are mostly found; they say nothing about who a customer is. */
const legalForms = new Set(
  (
    'ag gmbh mbh kg ks kgaa ohg gbr ev eg se ug co company cie corp corporation inc incorporated llc llp lp ltd limited plc ' +
    'sa sas sarl sasu spa srl snc bv nv cv vof ab asa as aps oy oyj kk pte pty sl slu lda ltda doo dd zrt kft nyrt rt ' +
    'spzoo sp zoo as sro spol a.s holding holdings group gruppe groupe gruppo'
  ).split(' '),
);
const little = new Set(['the', 'and', 'und', 'et', 'y', 'e', '&', 'der', 'die', 'das', 'de', 'la', 'le']);

const letters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', ł: 'l', đ: 'd', þ: 'th' };

/**
 * What of a name is particular to the customer: without accents, punctuation, legal form and little words. Umlauts read
 * as they are also typed: Müller, Mueller and Muller are one name.
 */
export function nameKey(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[ßæøœłđþ]/g, (letter) => letters[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    // G.m.b.H. and S.p.A. are one word each.
    .replace(/\b(?:\p{L}\.\s?){2,}/gu, (dotted) => `${dotted.replace(/[.\s]/g, '')} `)
    .replace(/\b([ak])\/s\b/g, '$1s')
    .replace(/['’`´]/g, '');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const own = words.filter((word) => !legalForms.has(word) && !little.has(word));
  return (own.length > 0 ? own : words).join(' ').replace(/(?<=[aou])e(?=[^aeiou\s])/g, '');
}

/** Groups of three letters, for the likeness of names; the beginning and the end of a word count as letters. */
export function nameGrams(key: string): string[] {
  const found = new Set<string>();
  for (const word of key.split(' ').filter(Boolean)) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  }
  return [...found].sort();
}
