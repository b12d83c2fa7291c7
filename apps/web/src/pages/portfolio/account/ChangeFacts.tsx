import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField } from '~/ui';
import { AccountFields, type AccountFacts, factRules } from '../accounts/AccountFields';
import { t } from '../texts';
import type { Account } from './use-account';

export function ChangeFacts({ account, onClose }: { account: Account; onClose: () => void }) {
  const change = useCommand('patch', '/api/t/{tenant}/accounts/{accountId}');
  const { name, industry, countries, divisionIds, leadId, sponsorId, spend } = account;
  const form = useForm<AccountFacts & { reason: string }>({
    initialValues: { name, industry, countries, divisionIds, leadId, sponsorId, spend, reason: '' },
    validateInputOnChange: true,
    validate: factRules,
  });
  const save = async ({ spend, ...values }: AccountFacts & { reason: string }) => {
    await change.mutateAsync({
      path: { accountId: account.id },
      body: { ...values, spend: Number(spend) },
      ifMatch: account.version,
    });
    announce(t('details.done'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('details.title', { name })} form={form} onSubmit={save}>
      <AccountFields form={form} />
      <ReasonField required={false} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
