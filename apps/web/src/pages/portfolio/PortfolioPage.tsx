import { useRead } from '~/api/use-read';
import type { ReadAnswer } from '~/api/types';
import { useTenantMe } from '~/app/tenant';
import { CategoryShape, categoryText, Page } from '~/ui';
import { TenantLink } from '~/app/TenantLink';
import { AccountsTab } from './accounts/AccountsTab';
import { t as categoriesTexts } from './categories/texts';
import { t as entitlementTexts } from './entitlement/texts';
import { t as movesTexts } from './moves/texts';
import { t as criteriaTexts } from './criteria/texts';
import { t as healthTexts } from './health/texts';
import { MatrixTab } from './matrix/MatrixTab';
import { t as relationshipsTexts } from './relationships/texts';
import { t as roundTexts } from './rounds/texts';
import { t } from './texts';
import { t as viewsTexts } from './views/texts';

/** Is our effort on the right accounts? */
export default function PortfolioPage() {
  const { divisions } = useTenantMe();
  const { data: summary } = useRead('/api/t/{tenant}/portfolio/summary');
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <TenantLink to="portfolio/relationships">{relationshipsTexts('title')}</TenantLink>
          <TenantLink to="portfolio/rounds">{roundTexts('title')}</TenantLink>
          <TenantLink to="portfolio/criteria">{criteriaTexts('title')}</TenantLink>
          <TenantLink to="portfolio/categories">{categoriesTexts('title')}</TenantLink>
          <TenantLink to="portfolio/entitlement">{entitlementTexts('title')}</TenantLink>
          <TenantLink to="portfolio/views">{viewsTexts('title')}</TenantLink>
          <TenantLink to="portfolio/health">{healthTexts('title')}</TenantLink>
          <TenantLink to="portfolio/moves">{movesTexts('title')}</TenantLink>
        </>
      }
      answer={summary && summary.accounts > 0 ? answer(summary, divisions !== 'all') : undefined}
      facts={summary?.categories
        .filter(({ accounts }) => accounts > 0)
        .map(({ category, accounts }) => ({
          label: categoryText(category),
          value: (
            <TenantLink to={`portfolio?category=${category}`} c="inherit">
              <CategoryShape category={category} /> {accounts}
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
