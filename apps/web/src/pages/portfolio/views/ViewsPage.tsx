import { Page } from '~/ui';
import { PortfolioNav } from '../PortfolioNav';
import { CandidatesTab } from './CandidatesTab';
import { GroupsTab } from './GroupsTab';
import { MovementTab } from './MovementTab';
import { t } from './texts';

/** Where do our accounts stand, which hardly repay us, and what moved? */
export default function ViewsPage() {
  return (
    <Page
      title={t('title')}
      section={<PortfolioNav />}
      tabs={[
        { id: 'groups', label: t('tab.groups'), content: <GroupsTab /> },
        { id: 'candidates', label: t('tab.candidates'), content: <CandidatesTab /> },
        { id: 'movement', label: t('tab.movement'), content: <MovementTab /> },
      ]}
    />
  );
}
