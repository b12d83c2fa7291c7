import { keyCategories } from '@mainstay/portfolio';

/** The list of key accounts: what their number opens into. */
export const keyAccounts = { list: 'accounts' as const, filters: { category: keyCategories.join(',') } };
