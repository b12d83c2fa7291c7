import { useRead } from '~/api/use-read';
import { Page } from '~/ui';
import { PortfolioNav } from '../PortfolioNav';
import { ExitsTab } from './ExitsTab';
import { ResourcesTab } from './ResourcesTab';
import { t } from './texts';

/** Do we do what we decided: is every exit seen to, and did what was to move really move? */
export default function MovesPage() {
  const { data: exits } = useRead('/api/t/{tenant}/portfolio/exits', { query: { state: 'open', limit: 1 } });
  const { data: due } = useRead('/api/t/{tenant}/portfolio/resources', { query: { state: 'due', limit: 1 } });
  return (
    <Page
      title={t('title')}
      section={<PortfolioNav />}
      answer={exits && due && `${t('answerExits', { n: exits.total })} ${t('answerDue', { n: due.total })}`}
      tabs={[
        { id: 'exits', label: t('exits'), content: <ExitsTab /> },
        { id: 'resources', label: t('resources'), content: <ResourcesTab /> },
      ]}
    />
  );
}
