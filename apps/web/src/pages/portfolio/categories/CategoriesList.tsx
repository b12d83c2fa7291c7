import { useState } from 'react';
import { Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { TenantLink } from '~/app/TenantLink';
import { useCanChange, useTenantMe } from '~/app/tenant';
import { CategoryBadge } from '~/ui';
import { CategoryForm } from './CategoryForm';
import { type CategoriesAnswer, emptySetting, isKeySetting, type Setting } from './draft';
import { RetireForm } from './RetireForm';
import { entitlementText, entryText } from './said';
import { t } from './texts';

type Doing = { what: 'change' | 'retire' | 'add'; setting: Setting };

/** Each category with its meaning, its rules of entry and what its accounts are entitled to. */
export function CategoriesList({ categories }: { categories: CategoriesAnswer }) {
  const may = useCanChange('portfolio.categories');
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const { latest, items } = categories;
  const open = (what: Doing['what'], id: string) =>
    setDoing({ what, setting: latest.categories.find((one) => one.id === id) ?? emptySetting });
  return (
    <Stack>
      {may && (
        <Group data-screen-only>
          <Button variant="default" onClick={() => setDoing({ what: 'add', setting: emptySetting })}>
            {t('add')}
          </Button>
        </Group>
      )}
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }}>
        {items.map((item) => (
          <Shown
            key={item.id}
            item={item}
            onChange={may ? () => open('change', item.id) : undefined}
            onRetire={may && isKeySetting(item) ? () => open('retire', item.id) : undefined}
          />
        ))}
      </SimpleGrid>
      {(doing?.what === 'change' || doing?.what === 'add') && (
        <CategoryForm categories={categories} setting={doing.setting} adding={doing.what === 'add'} onClose={close} />
      )}
      {doing?.what === 'retire' && <RetireForm categories={categories} setting={doing.setting} onClose={close} />}
    </Stack>
  );
}

interface ShownProps {
  item: CategoriesAnswer['items'][number];
  onChange: (() => void) | undefined;
  onRetire: (() => void) | undefined;
}

function Shown({ item, onChange, onRetire }: ShownProps) {
  const { currency } = useTenantMe().tenant;
  const { id, name, meaning, accounts, capacity, quadrants } = item;
  const [entry, entitled] = [entryText(item, currency), entitlementText(item, currency)];
  return (
    <Paper withBorder p="md" component="section" aria-label={name}>
      <Stack gap="xs">
        <Title order={2} size="h4">
          <CategoryBadge category={id} />
        </Title>
        <Text size="sm">{meaning}</Text>
        <Group gap="xs">
          <TenantLink to={`portfolio?category=${id}`} size="sm">
            {capacity === null ? t('accounts', { n: accounts }) : t('accountsOf', { n: accounts, capacity })}
          </TenantLink>
          {capacity !== null && accounts > capacity && <Badge color="red">{t('overCapacity')}</Badge>}
        </Group>
        {isKeySetting(item) && (
          <>
            <Said title={t('entry')} words={item.entry.words} points={entry} />
            <Said title={t('entitled')} words={item.entitlement.serviceLevel} points={entitled} />
            {quadrants.length > 0 && (
              <Text size="sm" c="dimmed">
                {t('suggestedIn', { quadrants: quadrants.map((one) => t(`quadrant.${one}`)).join('; ') })}
              </Text>
            )}
          </>
        )}
        <Group gap="xs" data-screen-only>
          {onChange && (
            <Button variant="default" size="compact-sm" onClick={onChange}>
              {t('change')}
            </Button>
          )}
          {onRetire && (
            <Button variant="subtle" size="compact-sm" onClick={onRetire}>
              {t('retire')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

function Said({ title, words, points }: { title: string; words: string; points: string }) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="sm">{[words, points].filter(Boolean).join(' ') || t('nothing')}</Text>
    </div>
  );
}
