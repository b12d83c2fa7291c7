import { Fragment } from 'react';
import { Text } from '@mantine/core';
import { number } from '~/i18n/format';
import { t as portfolio } from '../texts';
import { t } from './texts';

const words = {
  name: 'account.name',
  industry: 'account.industry',
  countries: 'account.countries',
  divisionIds: 'account.divisions',
  leadId: 'account.lead',
  sponsorId: 'account.sponsor',
  spend: 'account.spend',
  potential: 'account.potential',
  growth: 'account.growth',
  parentId: 'account.parent',
  sites: 'account.sites',
  crmId: 'account.crmId',
  duns: 'account.duns',
  vat: 'account.vat',
} as const;

type Facts = Readonly<Record<string, unknown>>;

/** What the ids in a row stand for. */
export interface Names {
  readonly accounts: ReadonlyMap<string, string>;
  readonly divisions: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

function named(fact: string, value: unknown, { accounts, divisions, people }: Names): unknown {
  if (typeof value === 'number') return number(value);
  if (fact === 'divisionIds') return (value as string[] | undefined)?.map((id) => divisions.get(id) ?? id);
  if (typeof value !== 'string') return value;
  if (fact === 'parentId') return accounts.get(value) ?? t('otherAccount');
  return fact === 'leadId' || fact === 'sponsorId' ? (people.get(value) ?? value) : value;
}

const said = (value: unknown): string => {
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : t('empty');
  return value === null || value === undefined || value === '' ? t('empty') : String(value as string | number);
};
const isEmpty = (value: unknown) => said(value) === t('empty');

/** What a row says: each fact, and what it was before. */
export function RowFacts({ before, after, names }: { before: Facts; after: Facts; names: Names }) {
  const facts = Object.keys(words).filter((fact) => fact in after && !(isEmpty(after[fact]) && isEmpty(before[fact])));
  return (
    <Text size="sm">
      {facts.map((name, index) => {
        const fact = portfolio(words[name as keyof typeof words]);
        return (
          <Fragment key={name}>
            {index > 0 && '; '}
            {name in before
              ? t('fact.change', {
                  fact,
                  before: said(named(name, before[name], names)),
                  after: said(named(name, after[name], names)),
                })
              : t('fact.value', { fact, value: said(named(name, after[name], names)) })}
          </Fragment>
        );
      })}
    </Text>
  );
}
