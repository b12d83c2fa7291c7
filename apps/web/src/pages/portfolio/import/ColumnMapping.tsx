import { Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { Preview } from './use-import';
import { t } from './texts';

interface ColumnMappingProps {
  preview: Preview;
  onChange: (mapping: Preview['mapping']) => void;
  disabled: boolean;
}

/** Which column of the file says which fact; suggested, and changed here. */
export function ColumnMapping({ preview, onChange, disabled }: ColumnMappingProps) {
  const { columns, mapping, fields, ignoredColumns } = preview;
  const samples = new Map(columns.map(({ header, sample }) => [header, sample]));
  const headers = [...new Set(columns.map(({ header }) => header))].filter(Boolean);
  return (
    <Stack gap="xs" component="section" aria-label={t('columns.title')}>
      <Title order={2} size="h4">
        {t('columns.title')}
      </Title>
      <Text size="sm">{t('columns.lead')}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
        {fields.map((field) => {
          const sample = samples.get(mapping[field] ?? '');
          return (
            <Select
              key={field}
              label={t(`field.${field}`)}
              description={sample ? t('columns.sample', { sample: sample.slice(0, 40) }) : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              placeholder={t('columns.none')}
              error={field === 'code' && !mapping.code && !mapping.id ? t('columns.code') : undefined}
              data={headers}
              value={mapping[field] ?? null}
              onChange={(header) => {
                const { [field]: _, ...others } = mapping;
                onChange(header === null ? others : { ...others, [field]: header });
              }}
              searchable
              clearable
              disabled={disabled}
            />
          );
        })}
      </SimpleGrid>
      {ignoredColumns.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('columns.ignored', { n: ignoredColumns.length, names: ignoredColumns.slice(0, 12).join(', ') })}
          {ignoredColumns.length > 12 && ' …'}
        </Text>
      )}
    </Stack>
  );
}
