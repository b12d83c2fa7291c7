import type { Columns } from '@mainstay/tabular';
import type { ExportedAccount } from './account.queries';

/** Headings of a list of accounts that an import reads again. */
export const factHeadings = {
  code: 'Code',
  name: 'Name',
  industry: 'Industry',
  countries: 'Countries',
  divisions: 'Divisions',
  leadId: 'Lead (id)',
  sponsorId: 'Sponsor (id)',
  spend: 'Spend',
  potential: 'Potential',
  growth: 'Growth of the customer (% a year)',
  parent: 'Parent (code)',
  sites: 'Sites',
  crmId: 'CRM id',
  duns: 'D-U-N-S number',
  vat: 'VAT number',
  id: 'Id',
} as const;

/** The download of the list: it can be changed and imported again. */
export const accountColumns: Columns<ExportedAccount> = {
  [factHeadings.code]: ({ code }) => code,
  [factHeadings.name]: ({ name }) => name,
  [factHeadings.industry]: ({ industry }) => industry,
  [factHeadings.countries]: ({ countries }) => countries.join(' '),
  [factHeadings.divisions]: ({ divisionCodes }) => divisionCodes.join(' '),
  [factHeadings.leadId]: ({ leadId }) => leadId,
  [factHeadings.sponsorId]: ({ sponsorId }) => sponsorId,
  [factHeadings.spend]: ({ spend }) => spend,
  [factHeadings.potential]: ({ potential }) => potential,
  [factHeadings.growth]: ({ growth }) => growth,
  [factHeadings.parent]: ({ parentCode }) => parentCode,
  [factHeadings.sites]: ({ sites }) => sites.join('; '),
  [factHeadings.crmId]: ({ crmId }) => crmId,
  [factHeadings.duns]: ({ duns }) => duns,
  [factHeadings.vat]: ({ vat }) => vat,
  Category: ({ category }) => category,
  'Category from': ({ categoryEffectiveOn }) => categoryEffectiveOn,
  'Next category': ({ comingCategory }) => comingCategory,
  'Next category from': ({ comingOn }) => comingOn,
  Attractiveness: ({ attractiveness }) => attractiveness,
  Standing: ({ standing }) => standing,
  Suggested: ({ suggested }) => suggested,
  'Archived at': ({ archivedAt }) => archivedAt,
  [factHeadings.id]: ({ id }) => id,
};
