import { useState } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { TenantLink } from '~/app/TenantLink';
import { useCanChange, useTenantMe } from '~/app/tenant';
import { day, moment } from '~/i18n/format';
import { announce, CategoryBadge, categoryText, FormDrawer, PersonName, ReasonField, reasonRule } from '~/ui';
import { t } from '../../texts';
import type { Account } from '../use-account';
import { CategoryEffect, OverCapacity } from './CategoryEffect';
import { ResourceList } from './ResourceList';
import { useNeedsApproval } from './direction';
import { type Move, useOpenMove } from './use-moves';

const path = '/api/t/{tenant}/accounts/{accountId}/category-moves/{moveId}';
type Ending = 'approve' | 'refuse' | 'withdraw';

/** The move that waits for somebody's decision, above everything else on the account's page. */
export function OpenMove({ account }: { account: Account }) {
  const move = useOpenMove(account.id);
  const [ending, setEnding] = useState<Ending>();
  if (!move) return null;
  return (
    <Alert color="yellow" title={t('move.waits')}>
      <Stack gap="xs">
        <Group gap="xs">
          <CategoryBadge category={move.from} /> <span aria-hidden>→</span> <CategoryBadge category={move.to} />
          <Text size="sm">{t('move.on', { day: day(move.effectiveOn) })}</Text>
        </Group>
        <Text size="sm">{move.reason}</Text>
        {move.resource && <Text size="sm">{t('move.resource', { resource: move.resource })}</Text>}
        <ResourceList lines={move.resources} checkOn={move.checkOn} />
        <OverCapacity account={account} to={move.to} effectiveOn={move.effectiveOn} />
        <Text size="sm">
          {t('move.proposed', { moment: moment(move.proposedAt) })} <PersonName id={move.proposedBy} />
          {move.roundId && (
            <>
              {' '}
              <TenantLink to={`portfolio/rounds/${move.roundId}`}>{t('move.inRound')}</TenantLink>
            </>
          )}
        </Text>
        <Choices move={move} onChoose={setEnding} />
      </Stack>
      {ending === 'approve' && <Approval account={account} move={move} onClose={() => setEnding(undefined)} />}
      {(ending === 'refuse' || ending === 'withdraw') && (
        <Refusal account={account} move={move} how={ending} onClose={() => setEnding(undefined)} />
      )}
    </Alert>
  );
}

function Choices({ move, onChoose }: { move: Move; onChoose: (ending: Ending) => void }) {
  const { person } = useTenantMe();
  const mayDecide = useCanChange('portfolio.recategorise');
  const mayPropose = useCanChange('portfolio.propose');
  const needsOther = useNeedsApproval(move.from, move.to);
  const own = move.proposedBy === person.id;
  return (
    <Group gap="xs" data-screen-only>
      {mayDecide && !(own && needsOther) && <Button onClick={() => onChoose('approve')}>{t('move.approve')}</Button>}
      {mayDecide && !own && (
        <Button variant="default" onClick={() => onChoose('refuse')}>
          {t('move.refuse')}
        </Button>
      )}
      {mayPropose && own && (
        <Button variant="default" onClick={() => onChoose('withdraw')}>
          {t('move.withdraw')}
        </Button>
      )}
    </Group>
  );
}

interface EndingProps {
  account: Account;
  move: Move;
  onClose: () => void;
}

function Approval({ account, move, onClose }: EndingProps) {
  const approve = useCommand('post', `${path}/approval`);
  const form = useForm({ initialValues: {} });
  const save = async () => {
    await approve.mutateAsync({ path: { accountId: account.id, moveId: move.id } });
    announce(t('move.approved', { name: account.name, category: categoryText(move.to), day: day(move.effectiveOn) }));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('move.approveTitle', { name: account.name })}
      submitText={t('move.approve')}
      form={form}
      onSubmit={save}
      effect={<CategoryEffect account={account} to={move.to} effectiveOn={move.effectiveOn} />}
    >
      <Text size="sm">{move.reason}</Text>
    </FormDrawer>
  );
}

function Refusal({ account, move, how, onClose }: EndingProps & { how: 'refuse' | 'withdraw' }) {
  const refuse = useCommand('post', `${path}/refusal`);
  const withdraw = useCommand('post', `${path}/withdrawal`);
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: reasonRule } });
  const save = async (body: typeof form.values) => {
    const command = how === 'refuse' ? refuse : withdraw;
    await command.mutateAsync({ path: { accountId: account.id, moveId: move.id }, body });
    announce(t(how === 'refuse' ? 'move.refused' : 'move.withdrawn', { name: account.name }));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t(how === 'refuse' ? 'move.refuseTitle' : 'move.withdrawTitle', { name: account.name })}
      submitText={t(how === 'refuse' ? 'move.refuse' : 'move.withdraw')}
      form={form}
      onSubmit={save}
    >
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
