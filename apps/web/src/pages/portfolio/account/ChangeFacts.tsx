import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField } from '~/ui';
import { AccountFields, type AccountFacts, factRules, factsOf } from '../accounts/AccountFields';
import { t } from '../texts';
import type { Account } from './use-account';

export function ChangeFacts({ account, onClose }: { account: Account; onClose: () => void }) {
  const change = useCommand('patch', '/api/t/{tenant}/accounts/{accountId}');
  const { name, industry, countries, divisionIds, leadId, sponsorId, spend, parentId, sites } = account;
  const further = {
    parentId,
    sites,
    crmId: account.crmId ?? '',
    duns: account.duns ?? '',
    vat: account.vat ?? '',
    potential: account.potential ?? '',
    growth: account.growth ?? '',
  };
  const form = useForm<AccountFacts & { reason: string }>({
    initialValues: { name, industry, countries, divisionIds, leadId, sponsorId, spend, ...further, reason: '' },
    validateInputOnChange: true,
    validate: factRules,
  });
  const save = async (values: AccountFacts & { reason: string }) => {
    await change.mutateAsync({
      path: { accountId: account.id },
      body: factsOf(values),
      ifMatch: account.version,
    });
    announce(t('details.done'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('details.title', { name })} form={form} onSubmit={save}>
      <AccountFields form={form} accountId={account.id} parent={account.related.find(({ parent }) => parent)} />
      <ReasonField required={false} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
