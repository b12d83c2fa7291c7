import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import type { LitmusTest } from './litmus';
import { t } from './texts';

/** Where the manager of an account stands; the way to its litmus tests. */
export function LitmusLink({ accountId }: { accountId: string }) {
  const { data } = useRead('/api/t/{tenant}/litmus/accounts/{accountId}', { path: { accountId } });
  return <TenantLink to={`audits/litmus/accounts/${accountId}`}>{data ? result(data.manager) : '–'}</TenantLink>;
}

const result = ({ yes, formerManagerId, questions }: LitmusTest): string =>
  yes === null || formerManagerId ? t('standing.not-taken') : t('figure.of', { value: yes, all: questions.length });
