import { SectionNav, type SectionPage } from '~/ui';
import { t } from './texts';

const pages: readonly SectionPage[] = [
  { path: 'portfolio', label: t('nav.accounts'), exact: true },
  { path: 'portfolio/categories', label: t('nav.categories') },
  { path: 'portfolio/criteria', label: t('nav.criteria') },
  { path: 'portfolio/rounds', label: t('nav.rounds') },
  { path: 'portfolio/moves', label: t('nav.moves') },
  { path: 'portfolio/entitlement', label: t('nav.entitlement') },
  { path: 'portfolio/health', label: t('nav.health') },
  { path: 'portfolio/relationships', label: t('nav.relationships') },
  { path: 'portfolio/views', label: t('nav.views') },
];

/** Everything about the portfolio as a whole; whoever sees it may see all of it. */
export const PortfolioNav = () => <SectionNav label={t('nav.label')} pages={pages} />;
