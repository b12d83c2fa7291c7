import { useState } from 'react';
import { Button, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useCanChange } from '~/app/tenant';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import { t } from './texts';
import { type Round, settledOf } from './use-round';

/** Closing, opening again, another due day. */
export function RoundActions({ round }: { round: Round }) {
  const may = useCanChange('portfolio.round');
  const [drawer, setDrawer] = useState<'close' | 'reopen' | 'due'>();
  if (!may) return null;
  const close = () => setDrawer(undefined);
  return (
    <>
      {round.state === 'open' ? (
        <>
          <Button variant="default" onClick={() => setDrawer('due')}>
            {t('due.open')}
          </Button>
          <Button variant="default" onClick={() => setDrawer('close')}>
            {t('close.open')}
          </Button>
        </>
      ) : (
        <Button variant="default" onClick={() => setDrawer('reopen')}>
          {t('reopen.open')}
        </Button>
      )}
      {drawer === 'close' && <CloseDrawer round={round} onClose={close} />}
      {drawer === 'reopen' && <ReopenDrawer round={round} onClose={close} />}
      {drawer === 'due' && <DueDrawer round={round} onClose={close} />}
    </>
  );
}

interface DrawerProps {
  round: Round;
  onClose: () => void;
}

function CloseDrawer({ round, onClose }: DrawerProps) {
  const close = useCommand('post', '/api/t/{tenant}/rounds/{roundId}/closing');
  const unsettled = round.counts.accounts - settledOf(round);
  const undecided = round.counts.move;
  const clean = unsettled + undecided === 0;
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: clean ? () => null : reasonRule } });
  const send = async (body: typeof form.values) => {
    await close.mutateAsync({ path: { roundId: round.id }, body });
    announce(t('close.done'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('close.title')}
      submitText={t('close.open')}
      form={form}
      onSubmit={send}
      effect={<Text size="sm">{clean ? t('close.clean') : t('close.still', { unsettled, undecided })}</Text>}
    >
      <ReasonField required={!clean} data-autofocus {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}

function ReopenDrawer({ round, onClose }: DrawerProps) {
  const reopen = useCommand('post', '/api/t/{tenant}/rounds/{roundId}/reopening');
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: reasonRule } });
  const send = async (body: typeof form.values) => {
    await reopen.mutateAsync({ path: { roundId: round.id }, body });
    announce(t('reopen.done'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('reopen.open')} form={form} onSubmit={send}>
      <ReasonField data-autofocus {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}

function DueDrawer({ round, onClose }: DrawerProps) {
  const move = useCommand('put', '/api/t/{tenant}/rounds/{roundId}/due');
  const form = useForm({
    initialValues: { dueOn: round.dueOn, reason: '' },
    validate: { dueOn: (on) => (on ? null : t('open.dueRule')), reason: reasonRule },
  });
  const send = async (body: typeof form.values) => {
    await move.mutateAsync({ path: { roundId: round.id }, body });
    announce(t('due.done'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('due.open')} form={form} onSubmit={send}>
      <TextInput type="date" label={t('open.due')} required data-autofocus {...form.getInputProps('dueOn')} />
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
