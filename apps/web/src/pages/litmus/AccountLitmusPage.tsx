import { useParams } from 'react-router';
import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import { CategoryBadge, ErrorState, Page, PageSkeleton, PersonName, usePeople } from '~/ui';
import type { AccountLitmus } from './litmus';
import { TestSection } from './TestSection';
import { t } from './texts';

/** Is this account managed as a key account, and is its customer ready for it? */
export default function AccountLitmusPage() {
  const { accountId = '' } = useParams();
  const { data, error, refetch } = useRead('/api/t/{tenant}/litmus/accounts/{accountId}', { path: { accountId } });
  const people = usePeople();
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { account, manager, customer, on } = data;
  const subject = { accountId: account.id, leadId: account.leadId };
  return (
    <Page
      title={account.name}
      above={<TenantLink to="audits/litmus">{t('title')}</TenantLink>}
      state={<CategoryBadge category={account.category} />}
      answer={answer(data, people.get(account.leadId ?? '') ?? t('account.nobody'))}
      facts={[
        { label: t('account.code'), value: account.code },
        {
          label: t('account.lead'),
          value: account.leadId ? (
            <TenantLink to={`audits/litmus/managers/${account.leadId}`}>
              <PersonName id={account.leadId} />
            </TenantLink>
          ) : (
            t('account.nobody')
          ),
        },
        {
          label: t('account.toAccount'),
          value: <TenantLink to={`portfolio/${account.id}`}>{account.name}</TenantLink>,
        },
      ]}
      tabs={[
        {
          id: 'manager',
          label: t('account.tab.manager'),
          content: <TestSection test={manager} subject={subject} on={on} />,
        },
        {
          id: 'customer',
          label: t('account.tab.customer'),
          content: <TestSection test={customer} subject={subject} on={on} />,
        },
      ]}
    />
  );
}

function answer({ manager, customer }: AccountLitmus, name: string): string {
  const byManager = manager.formerManagerId ? null : manager.yes;
  const values = { name, manager: byManager ?? 0, customer: customer.yes ?? 0 };
  if (byManager === null) return t(customer.yes === null ? 'account.answerNone' : 'account.answerCustomer', values);
  return t(customer.yes === null ? 'account.answerManager' : 'account.answerBoth', values);
}
