import { useState } from 'react';
import { Button, Group, NumberInput, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { localDay } from '~/app/local-moment';
import { useTenantMe } from '~/app/tenant';
import { day, money, number } from '~/i18n/format';
import { announce, type Column, DataTable, Day, FormDrawer, ReasonField } from '~/ui';
import { keyOfSaid, saidAtColumns } from './said-at';
import { t } from './texts';
import type { WhiteSpace } from './use-relationships';

type Wallet = WhiteSpace['wallet'][number];

interface WalletSectionProps {
  accountId: string;
  mayChange: boolean;
  /** The latest first. */
  wallet: readonly Wallet[];
}

/** Our share of what they spend on all that we could supply, as measured on days. */
export function WalletSection({ accountId, mayChange, wallet }: WalletSectionProps) {
  const { currency } = useTenantMe().tenant;
  const [recording, setRecording] = useState(false);
  const amount = (value: number) => money(value, currency);
  const columns: Column<Wallet>[] = [
    { id: 'on', header: t('on'), value: ({ on }) => on, cell: ({ on }) => <Day on={on} /> },
    { id: 'ours', header: t('walletOurs'), value: ({ ours }) => ours, cell: ({ ours }) => amount(ours), numeric: true },
    {
      id: 'total',
      header: t('walletTotal'),
      value: ({ total }) => total,
      cell: ({ total }) => amount(total),
      numeric: true,
    },
    {
      id: 'share',
      header: t('walletShare'),
      value: ({ share }) => share,
      cell: ({ share }) => (share === null ? '–' : number(share)),
      numeric: true,
    },
    { id: 'source', header: t('walletSource'), value: ({ source }) => source },
    ...saidAtColumns(wallet),
  ];
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <div>
          <Title order={2} size="h4">
            {t('wallet')}
          </Title>
          <Text size="sm" c="dimmed">
            {sentence(
              wallet.find(({ holds }) => holds),
              amount,
            )}
          </Text>
        </div>
        {mayChange && (
          <Button variant="default" onClick={() => setRecording(true)}>
            {t('walletAdd')}
          </Button>
        )}
      </Group>
      {wallet.length > 0 && (
        <DataTable caption={t('wallet')} columns={columns} rows={wallet} rowKey={(one) => keyOfSaid(one, one.on)} />
      )}
      {recording && <WalletForm accountId={accountId} onClose={() => setRecording(false)} />}
    </section>
  );
}

function sentence(latest: Wallet | undefined, amount: (value: number) => string): string {
  if (!latest) return t('walletNone');
  const { on, ours, total, share } = latest;
  return t('walletNow', { day: day(on), share: number(share ?? 0), ours: amount(ours), total: amount(total) });
}

function WalletForm({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const record = useCommand('post', '/api/t/{tenant}/accounts/{accountId}/wallet-shares');
  const form = useForm({ initialValues: { on: localDay(), ours: 0, total: 0, source: '', reason: '' } });
  const save = async (body: typeof form.values) => {
    await record.mutateAsync({ path: { accountId }, body });
    announce(t('walletDone'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('walletAdd')} form={form} onSubmit={save}>
      <TextInput label={t('on')} type="date" required data-autofocus {...form.getInputProps('on')} />
      <NumberInput label={t('walletOurs')} min={0} required {...form.getInputProps('ours')} />
      <NumberInput label={t('walletTotal')} min={0} required {...form.getInputProps('total')} />
      <TextInput label={t('walletSource')} maxLength={300} {...form.getInputProps('source')} />
      <ReasonField required={false} description={t('reasonIfReplaced')} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
