import { useState } from 'react';
import { Button, Group, NativeSelect, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { localDay } from '~/app/local-moment';
import { day } from '~/i18n/format';
import { announce, type Column, DataTable, Day, FormDrawer, PersonName, ReasonField, reasonRule } from '~/ui';
import classes from './relationships.module.css';
import { keyOfSaid, saidAtColumns } from './said-at';
import { t } from './texts';
import type { RelationshipMap } from './use-relationships';

const steps = ['commodity', 'enhanced', 'collaborative', 'partner'] as const;
type Level = RelationshipMap['levels'][number];

interface LevelSectionProps {
  accountId: string;
  mayChange: boolean;
  /** The latest first. */
  levels: readonly Level[];
}

/** From one of many vendors to partner: where we stand, and since when. */
export function LevelSection({ accountId, mayChange, levels }: LevelSectionProps) {
  const [setting, setSetting] = useState(false);
  const now = levels.find(({ holds }) => holds);
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <div>
          <Title order={2} size="h4">
            {t('levels')}
          </Title>
          <Text size="sm" c="dimmed">
            {now ? t('levelsNow', { level: t(`levels.${now.level}`), day: day(now.effectiveOn) }) : t('levelsNone')}
          </Text>
        </div>
        {mayChange && (
          <Button variant="default" onClick={() => setSetting(true)}>
            {t('setLevel')}
          </Button>
        )}
      </Group>
      <ol className={classes['steps']}>
        {steps.map((step) => (
          <li key={step} className={classes['step']} aria-current={now?.level === step ? 'step' : undefined}>
            <Text fw={600} size="sm">
              {t(`levels.${step}`)}
            </Text>
            <Text size="xs" c="dimmed">
              {t(`levels.${step}.text`)}
            </Text>
          </li>
        ))}
      </ol>
      {levels.length > 0 && (
        <DataTable
          caption={t('levels')}
          columns={[...columns, ...saidAtColumns(levels)]}
          rows={levels}
          rowKey={(level) => keyOfSaid(level, level.effectiveOn)}
        />
      )}
      {setting && <LevelForm accountId={accountId} level={now?.level} onClose={() => setSetting(false)} />}
    </section>
  );
}

const columns: Column<Level>[] = [
  { id: 'level', header: t('level'), value: ({ level }) => t(`levels.${level}`) },
  {
    id: 'since',
    header: t('since'),
    value: ({ effectiveOn }) => effectiveOn,
    cell: ({ effectiveOn }) => <Day on={effectiveOn} />,
  },
  { id: 'why', header: t('why'), value: ({ reason }) => reason },
  { id: 'by', header: t('by'), value: ({ setBy }) => setBy, cell: ({ setBy }) => <PersonName id={setBy} /> },
];

function LevelForm({ accountId, level, onClose }: { accountId: string; level?: Level['level']; onClose: () => void }) {
  const set = useCommand('post', '/api/t/{tenant}/accounts/{accountId}/relationship-levels');
  const form = useForm({
    initialValues: { level: level ?? ('commodity' as Level['level']), effectiveOn: localDay(), reason: '' },
    validate: { reason: reasonRule },
  });
  const save = async (body: typeof form.values) => {
    await set.mutateAsync({ path: { accountId }, body });
    announce(t('levelSet'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('setLevel')} form={form} onSubmit={save}>
      <NativeSelect
        label={t('level')}
        data-autofocus
        data={steps.map((value) => ({ value, label: t(`levels.${value}`) }))}
        {...form.getInputProps('level')}
      />
      <TextInput label={t('since')} type="date" required {...form.getInputProps('effectiveOn')} />
      <ReasonField label={t('why')} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
