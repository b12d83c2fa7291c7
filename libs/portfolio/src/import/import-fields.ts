import { factHeadings } from '../account/account-register/account-columns';

/** The facts that a file of accounts may say. */
export const importFields = [
  'code',
  'name',
  'industry',
  'countries',
  'divisions',
  'leadId',
  'sponsorId',
  'spend',
  'potential',
  'growth',
  'parent',
  'sites',
  'crmId',
  'duns',
  'vat',
  'id',
] as const satisfies (keyof typeof factHeadings)[];
export type ImportField = (typeof importFields)[number];

/** What other systems head their columns with, besides the headings of our own download. */
const alsoCalled: Record<ImportField, readonly string[]> = {
  code: [
    'account code',
    'customer number',
    'customer no',
    'customer code',
    'account number',
    'kundennummer',
    'debitor',
  ],
  name: [
    'account name',
    'customer name',
    'customer',
    'account',
    'company',
    'company name',
    'kunde',
    'kundenname',
    'client',
  ],
  industry: ['sector', 'branch', 'branche', 'vertical', 'secteur'],
  countries: ['country', 'land', 'pays', 'country code', 'ISO country', 'billing country', 'customer country'],
  divisions: ['division', 'business unit', 'bu', 'sparte', 'division code'],
  leadId: [
    'lead',
    'lead id',
    'owner',
    'owner id',
    'account manager',
    'account manager id',
    'account owner',
    'key account manager',
    'kundenbetreuer',
  ],
  sponsorId: ['sponsor', 'sponsor id', 'executive sponsor', 'executive sponsor id'],
  spend: [
    'revenue',
    'turnover',
    'sales',
    'umsatz',
    'annual spend',
    'spend last year',
    'revenue last year',
    'net sales',
    'annual revenue',
  ],
  potential: ['revenue potential', 'potenzial', 'spend potential'],
  growth: [
    'growth',
    'growth of customer',
    'growth per cent',
    'growth rate',
    'customer growth',
    'wachstum',
    'croissance',
  ],
  parent: ['parent', 'parent code', 'parent account', 'parent customer', 'konzern', 'parent number'],
  sites: ['site', 'locations', 'plants', 'standorte'],
  crmId: ['crm', 'crm number', 'salesforce id', 'crm account id'],
  duns: ['duns', 'duns number', 'd&b number', 'dun bradstreet'],
  vat: ['vat', 'vat id', 'vat no', 'ust id', 'ustidnr', 'tax number', 'tva'],
  id: ['mainstay id', 'account id'],
};

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Below this a heading is taken for another thing. */
const ALIKE = 0.75;

/**
 * Which heading says which field: as the enterprise said it of such a heading the last time, else by the likeness of
 * words. Each heading serves one field.
 * @param remembered headings by field, as earlier imports were mapped; latest first
 */
export function suggestMapping(
  headers: readonly string[],
  remembered: readonly Partial<Record<ImportField, string>>[] = [],
): Partial<Record<ImportField, string>> {
  const found: Partial<Record<ImportField, string>> = {};
  const free = new Set(headers.filter((header, index) => header !== '' && headers.indexOf(header) === index));
  const take = (field: ImportField, header: string) => {
    if (found[field] !== undefined || !free.delete(header)) return;
    found[field] = header;
  };
  for (const earlier of remembered) {
    for (const field of importFields) if (earlier[field] !== undefined) take(field, earlier[field]);
  }
  const pairs = importFields.flatMap((field) =>
    [...free].map((header) => ({ field, header, likeness: likenessTo(field, header) })),
  );
  // Sorting keeps the order of fields and columns among equals.
  for (const { field, header } of pairs
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((one, other) => other.likeness - one.likeness)) {
    take(field, header);
  }
  return found;
}

const likenessTo = (field: ImportField, header: string) =>
  Math.max(...[factHeadings[field], ...alsoCalled[field]].map((name) => likeness(plain(name), plain(header))));

/** Dice's coefficient over pairs of letters: 1 for the same words. */
function likeness(one: string, other: string): number {
  if (one === other) return 1;
  if (one.length < 3 || other.length < 3) return 0;
  const pairs = (text: string) => Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
  const rest = pairs(other);
  const common = pairs(one).filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (one.length + other.length - 2);
}
