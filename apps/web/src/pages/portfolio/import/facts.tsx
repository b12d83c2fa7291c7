import { Fragment } from 'react';
import { Text } from '@mantine/core';
import { t } from './texts';

const words = {
  name: 'field.name',
  industry: 'field.industry',
  countries: 'field.countries',
  divisionIds: 'field.divisions',
  leadId: 'field.leadId',
  sponsorId: 'field.sponsorId',
  spend: 'field.spend',
  potential: 'field.potential',
  parentId: 'field.parent',
  sites: 'field.sites',
  crmId: 'field.crmId',
  duns: 'field.duns',
  vat: 'field.vat',
} as const;

type Facts = Readonly<Record<string, unknown>>;

const said = (value: unknown): string => {
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : t('empty');
  return value === null || value === undefined || value === '' ? t('empty') : String(value as string | number);
};
const isEmpty = (value: unknown) => said(value) === t('empty');

/** What a row says: each fact, and what it was before. */
export function RowFacts({ before, after }: { before: Facts; after: Facts }) {
  const facts = Object.keys(words).filter((fact) => fact in after && !(isEmpty(after[fact]) && isEmpty(before[fact])));
  return (
    <Text size="sm">
      {facts.map((name, index) => {
        const fact = t(words[name as keyof typeof words]);
        return (
          <Fragment key={name}>
            {index > 0 && '; '}
            {name in before
              ? t('fact.change', { fact, before: said(before[name]), after: said(after[name]) })
              : t('fact.value', { fact, value: said(after[name]) })}
          </Fragment>
        );
      })}
    </Text>
  );
}
