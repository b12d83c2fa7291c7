import { useState } from 'react';
import { Button, Checkbox, Fieldset, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useCanChange } from '~/app/tenant';
import { announce, type Column, DataTable, EmptyState, FormDrawer, ReasonField, reasonRule } from '~/ui';
import { type CategoriesAnswer, idOf } from './draft';
import { t } from './texts';

type Point = CategoriesAnswer['exitPoints'][number];
const moves = ['down', 'de-select'] as const;
const empty: Point = { id: '', text: '', days: 30, on: ['down', 'de-select'] };

const columns: Column<Point>[] = [
  { id: 'text', header: t('point'), value: ({ text }) => text, sortable: false },
  { id: 'days', header: t('days'), value: ({ days }) => days, numeric: true },
  { id: 'on', header: t('on'), value: ({ on }) => on.map((one) => t(`on.${one}`)).join(', '), sortable: false },
];

/** What is seen to when an account leaves its category: the enterprise's own list. */
export function ExitList({ categories }: { categories: CategoriesAnswer }) {
  const may = useCanChange('portfolio.categories');
  const [changing, setChanging] = useState(false);
  return (
    <Stack>
      <Text>{t('exitLead')}</Text>
      {may && (
        <Group data-screen-only>
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('changeList')}
          </Button>
        </Group>
      )}
      <DataTable
        caption={t('exitList')}
        columns={columns}
        rows={categories.exitPoints}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('nothing')} text={t('exitLead')} />}
      />
      {changing && <ExitListForm categories={categories} onClose={() => setChanging(false)} />}
    </Stack>
  );
}

function ExitListForm({ categories, onClose }: { categories: CategoriesAnswer; onClose: () => void }) {
  const set = useCommand('put', '/api/t/{tenant}/categories/exit-list');
  const form = useForm({
    initialValues: { points: categories.exitPoints, reason: '' },
    validate: { reason: reasonRule },
  });
  const save = async ({ points, reason }: typeof form.values) => {
    await set.mutateAsync({ body: { points: withIds(points), reason }, ifMatch: categories.version });
    announce(t('saved'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('changeList')} form={form} onSubmit={save}>
      {form.getValues().points.map((_, index) => (
        <Fieldset key={index} legend={t('pointN', { n: index + 1 })}>
          <TextInput label={t('point')} required {...form.getInputProps(`points.${index}.text`)} />
          <NumberInput label={t('days')} min={-365} max={365} {...form.getInputProps(`points.${index}.days`)} />
          <Checkbox.Group label={t('on')} {...form.getInputProps(`points.${index}.on`)}>
            <Stack gap="xs" my="xs">
              {moves.map((move) => (
                <Checkbox key={move} value={move} label={t(`on.${move}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Button variant="subtle" size="compact-sm" onClick={() => form.removeListItem('points', index)}>
            {t('removePoint')}
          </Button>
        </Fieldset>
      ))}
      <Group>
        <Button variant="default" size="compact-sm" onClick={() => form.insertListItem('points', empty)}>
          {t('addPoint')}
        </Button>
      </Group>
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}

/** A point that is added gets an id after its words; the others keep theirs. */
const withIds = (points: readonly Point[]): Point[] =>
  points.reduce<Point[]>((all, point) => {
    const id =
      point.id ||
      idOf(
        point.text,
        [...points, ...all].map(({ id }) => id),
      ).slice('own-'.length);
    return [...all, { ...point, id }];
  }, []);
