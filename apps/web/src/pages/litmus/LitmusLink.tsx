import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import { t } from './texts';

/** Where an account stands in its litmus tests; the way to them. */
export function LitmusLink({ accountId }: { accountId: string }) {
  const { data } = useRead('/api/t/{tenant}/litmus/accounts/{accountId}', { path: { accountId } });
  const yes = data?.manager.formerManagerId ? null : data?.manager.yes;
  return (
    <TenantLink to={`audits/litmus/accounts/${accountId}`}>
      {yes == null ? t('standing.not-taken') : t('figure.of', { value: yes, all: data!.manager.questions.length })}
    </TenantLink>
  );
}
