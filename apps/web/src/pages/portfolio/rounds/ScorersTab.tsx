import { useState } from 'react';
import { Button, Checkbox, Group, NumberInput, Progress, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useCanChange } from '~/app/tenant';
import { announce, type Column, DataTable, EmptyState, FormDrawer, Moment, PersonName } from '~/ui';
import { ScorerSelect } from './ScorerSelect';
import { t } from './texts';
import type { Round } from './use-round';

type Scorer = Round['scorers'][number];

const columns: Column<Scorer>[] = [
  {
    id: 'scorer',
    header: t('scorer'),
    value: ({ scorerId }) => scorerId,
    cell: ({ scorerId }) => <PersonName id={scorerId} />,
    sortable: false,
  },
  { id: 'accounts', header: t('assigned'), value: ({ accounts }) => accounts, numeric: true },
  { id: 'given', header: t('scored'), value: ({ given }) => given, numeric: true },
  {
    id: 'left',
    header: t('left'),
    value: ({ accounts, given }) => accounts - given,
    numeric: true,
  },
  {
    id: 'progress',
    header: t('soFar'),
    value: ({ accounts, given }) => given / accounts,
    cell: ({ accounts, given }) => (
      <Progress value={(100 * given) / accounts} aria-label={t('given', { given, n: accounts })} miw={80} />
    ),
    sortable: false,
  },
  {
    id: 'reminded',
    header: t('reminded'),
    value: ({ remindedAt }) => remindedAt,
    cell: ({ remindedAt }) => remindedAt && <Moment at={remindedAt} />,
    sortable: false,
  },
];

/** How far each scorer is; who has nothing left comes last. */
export function ScorersTab({ round }: { round: Round }) {
  const may = useCanChange('portfolio.round') && round.state === 'open';
  const [drawer, setDrawer] = useState<'spread' | 'remind'>();
  const waiting = round.scorers.filter(({ accounts, given }) => given < accounts).length;
  const close = () => setDrawer(undefined);
  const spread = may && <Button onClick={() => setDrawer('spread')}>{t('spread.open')}</Button>;
  return (
    <>
      {round.scorers.length > 0 && may && (
        <Group gap="xs" mb="md" data-screen-only>
          <Button onClick={() => setDrawer('remind')} disabled={waiting === 0}>
            {t('remind.open')}
          </Button>
          <Button variant="default" onClick={() => setDrawer('spread')}>
            {t('spread.open')}
          </Button>
          {waiting === 0 && <Text size="sm">{t('remind.nobody')}</Text>}
        </Group>
      )}
      <DataTable
        caption={t('tab.scorers')}
        columns={columns}
        rows={round.scorers}
        rowKey={({ scorerId }) => scorerId}
        to={({ scorerId }) => `portfolio/rounds/${round.id}?scorer=${scorerId}`}
        defaultSort=""
        empty={<EmptyState title={t('scorers.none')} text={t('scorers.noneText')} action={spread} />}
      />
      {drawer === 'spread' && <SpreadDrawer round={round} onClose={close} />}
      {drawer === 'remind' && <RemindDrawer round={round} waiting={waiting} onClose={close} />}
    </>
  );
}

function SpreadDrawer({ round, onClose }: { round: Round; onClose: () => void }) {
  const spread = useCommand('post', '/api/t/{tenant}/rounds/{roundId}/spread');
  const form = useForm({
    initialValues: {
      scorerIds: round.scorers.map(({ scorerId }) => scorerId),
      perAccount: 2 as number | string,
      byDivision: false,
    },
    validate: {
      perAccount: (wanted, { scorerIds }) =>
        Number(wanted) >= 1 && Number(wanted) <= scorerIds.length ? null : t('spread.perAccountRule'),
    },
  });
  const send = async ({ scorerIds, perAccount, byDivision }: typeof form.values) => {
    const body = { scorerIds, perAccount: Number(perAccount), byDivision };
    await spread.mutateAsync({ path: { roundId: round.id }, body });
    announce(t('spread.done', { n: scorerIds.length }));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('spread.title')}
      submitText={t('spread.open')}
      form={form}
      onSubmit={send}
      effect={
        <Text size="sm">
          {t('count', { n: round.counts.accounts })}. {t('spread.effect')}
        </Text>
      }
    >
      <Text size="sm" c="dimmed">
        {t('spread.help')}
      </Text>
      <ScorerSelect data-autofocus required {...form.getInputProps('scorerIds')} />
      <NumberInput
        label={t('spread.perAccount')}
        min={1}
        max={10}
        allowDecimal={false}
        {...form.getInputProps('perAccount')}
      />
      <Checkbox label={t('spread.byDivision')} {...form.getInputProps('byDivision', { type: 'checkbox' })} />
    </FormDrawer>
  );
}

function RemindDrawer({ round, waiting, onClose }: { round: Round; waiting: number; onClose: () => void }) {
  const remind = useCommand('post', '/api/t/{tenant}/rounds/{roundId}/reminders');
  const form = useForm({ initialValues: { note: '' } });
  const send = async (body: typeof form.values) => {
    await remind.mutateAsync({ path: { roundId: round.id }, body });
    announce(t('remind.done'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('remind.title')}
      submitText={t('remind.open')}
      form={form}
      onSubmit={send}
      effect={<Text size="sm">{t('remind.effect', { n: waiting })}</Text>}
    >
      <Textarea
        label={t('remind.note')}
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
        {...form.getInputProps('note')}
      />
    </FormDrawer>
  );
}
