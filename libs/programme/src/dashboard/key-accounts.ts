import { type Category, keyCategories } from '@mainstay/portfolio';

export const isKey = (category: Category): boolean => (keyCategories as readonly Category[]).includes(category);

/** The list of key accounts: what their number opens into. */
export const keyAccounts = { list: 'accounts' as const, filters: { category: keyCategories.join(',') } };
