import { useRead } from '~/api/use-read';
import { useAsAt } from '~/app/as-at';
import { day } from '~/i18n/format';
import { ErrorState, Page, PageSkeleton } from '~/ui';
import { PortfolioNav } from '../PortfolioNav';
import { CategoriesList } from './CategoriesList';
import { type CategoriesAnswer, isKeySetting } from './draft';
import { ExitList } from './ExitList';
import { t } from './texts';
import { Versions } from './Versions';

/** What do we call our categories, what do they mean, and what is an account of each entitled to? */
export default function CategoriesPage() {
  const { data, error, refetch } = useRead('/api/t/{tenant}/categories');
  const today = (useAsAt() ?? new Date().toISOString()).slice(0, 10);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <Page
      title={t('title')}
      section={<PortfolioNav />}
      answer={answer(data, today)}
      subject={{ type: 'categories', id: data.id }}
      tabs={[
        { id: 'categories', label: t('categories'), content: <CategoriesList categories={data} /> },
        { id: 'exit', label: t('exitList'), content: <ExitList categories={data} /> },
        { id: 'versions', label: t('versions'), content: <Versions categories={data} /> },
      ]}
    />
  );
}

function answer({ items, inForce, versions, latest }: CategoriesAnswer, today: string): string {
  const keys = items.filter(isKeySetting).length;
  const since = versions.find(({ version }) => version === inForce)?.effectiveOn;
  const now = since ? t('answer', { keys, day: day(since) }) : t('answerShipped', { keys });
  if (!latest.effectiveOn || latest.effectiveOn <= today) return now;
  return `${now} ${t('coming', { version: latest.version, day: day(latest.effectiveOn) })}`;
}
