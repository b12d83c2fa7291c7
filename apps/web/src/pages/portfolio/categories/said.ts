import { money, number } from '~/i18n/format';
import type { Setting } from './draft';
import { t } from './texts';

const sentence = (parts: readonly (string | false | null)[]): string => {
  const said = parts.filter(Boolean).join(', ');
  return said ? `${said.charAt(0).toUpperCase()}${said.slice(1)}.` : '';
};

/** Rules of entry that can be checked, in words. */
export function entryText({ entry }: Setting, currency: string): string {
  const { minSpend, minAttractiveness, minStanding, minDivisions } = entry;
  return sentence([
    minSpend !== null && t('is.minSpend', { value: money(minSpend, currency) }),
    minAttractiveness !== null && t('is.minAttractiveness', { value: number(minAttractiveness) }),
    minStanding !== null && t('is.minStanding', { value: number(minStanding) }),
    minDivisions !== null && t('is.minDivisions', { n: minDivisions }),
  ]);
}

/** What an account of the category is given, in words. */
export function entitlementText({ entitlement }: Setting, currency: string): string {
  const { reviewsPerYear, seniorSponsor, responseHours, investment, accountsPerManager, teamTime } = entitlement;
  return sentence([
    reviewsPerYear !== null && t('is.reviewsPerYear', { n: reviewsPerYear }),
    seniorSponsor && t('is.seniorSponsor'),
    responseHours !== null && t('is.responseHours', { n: responseHours }),
    investment !== null && t('is.investment', { value: money(investment, currency) }),
    accountsPerManager !== null && t('is.accountsPerManager', { n: accountsPerManager }),
    teamTime !== null && t('is.teamTime', { value: number(teamTime) }),
  ]);
}
