import { useRead } from '~/api/use-read';
import type { ReadAnswer } from '~/api/types';
import { useTenantMe } from '~/app/tenant';
import { number } from '~/i18n/format';
import { CategoryShape, categoryText, Page } from '~/ui';
import { TenantLink } from '~/app/TenantLink';
import { PortfolioNav } from './PortfolioNav';
import { AccountsTab } from './accounts/AccountsTab';
import { MatrixTab } from './matrix/MatrixTab';
import { t } from './texts';

/** Is our effort on the right accounts? */
export default function PortfolioPage() {
  const { divisions } = useTenantMe();
  const { data: summary } = useRead('/api/t/{tenant}/portfolio/summary');
  return (
    <Page
      title={t('title')}
      section={<PortfolioNav />}
      answer={summary && summary.accounts > 0 ? answer(summary, divisions !== 'all') : undefined}
      facts={summary?.categories
        .filter(({ accounts }) => accounts > 0)
        .map(({ category, accounts }) => ({
          label: categoryText(category),
          value: (
            <TenantLink to={`portfolio?category=${category}`} c="inherit">
              <CategoryShape category={category} /> {number(accounts)}
            </TenantLink>
          ),
        }))}
      tabs={[
        { id: 'accounts', label: t('tab.accounts'), content: <AccountsTab /> },
        { id: 'matrix', label: t('tab.matrix'), content: <MatrixTab /> },
      ]}
    />
  );
}

type Summary = ReadAnswer<'/api/t/{tenant}/portfolio/summary'>;

function answer({ keyAccounts: key, accounts, capacity, overCapacityBy: over }: Summary, part: boolean): string {
  if (part) return t('answer.part', { key, accounts });
  if (capacity === null) return t('answer.open', { key, accounts });
  return over > 0
    ? t('answer.over', { key, accounts, capacity, over })
    : t('answer.capacity', { key, accounts, capacity });
}
