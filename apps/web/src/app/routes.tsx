import {
  IconChartBubble,
  IconClipboardText,
  IconHistory,
  IconHome,
  IconPresentationAnalytics,
  IconRoad,
  IconSettings,
} from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import { AddressUnknown } from './AddressUnknown';
import { lazyPage, type TenantPage } from './page-registry';
import { PageBoundary } from './PageBoundary';
import { Frame } from './shell/Frame';
import { TenantChooser } from './TenantChooser';

/**
 * Every page below /t/:tenant, in the order of the rail. A page is a module with a default export, loaded when it is
 * first opened. `permission` hides it from roles that may not open it; `live` lets it read again when others change what it
 * shows; `rail` puts it in the rail and in quick find.
 */
export const tenantPages: TenantPage[] = [
  { path: '', load: () => import('~/pages/home/HomePage'), live: true, rail: { text: 'nav.home', icon: IconHome } },
  { path: 'tasks', load: () => import('~/pages/tasks/TasksPage'), permission: 'programme.home', live: true },
  {
    path: 'audits',
    load: () => import('~/pages/audits/AuditsPage'),
    permission: 'assessment.read',
    rail: { text: 'nav.audits', icon: IconRoad, question: 'home.audits' },
  },
  { path: 'audits/litmus', load: () => import('~/pages/litmus/LitmusPage'), permission: 'assessment.read' },
  {
    path: 'audits/litmus/programme',
    load: () => import('~/pages/litmus/ProgrammeLitmusPage'),
    permission: 'assessment.read',
  },
  {
    path: 'audits/litmus/accounts/:accountId',
    load: () => import('~/pages/litmus/AccountLitmusPage'),
    permission: 'assessment.read',
  },
  {
    path: 'audits/litmus/managers/:personId',
    load: () => import('~/pages/litmus/ManagerLitmusPage'),
    permission: 'assessment.read',
  },
  { path: 'audits/catalogue', load: () => import('~/pages/catalogues/CataloguePage'), permission: 'assessment.read' },
  {
    path: 'audits/organisation',
    load: () => import('~/pages/organisation/OrganisationPage'),
    permission: 'assessment.read',
  },
  {
    path: 'audits/organisation/:assessmentId',
    load: () => import('~/pages/organisation/assessment/AssessmentPage'),
    permission: 'assessment.read',
  },
  {
    path: 'audits/organisation/:assessmentId/answer',
    load: () => import('~/pages/organisation/answering/AnswerCellsPage'),
    permission: 'assessment.read',
  },
  {
    path: 'audits/organisation/:assessmentId/compare',
    load: () => import('~/pages/organisation/movement/MovementPage'),
    permission: 'assessment.read',
  },
  { path: 'audits/compare', load: () => import('~/pages/audits/compare/ComparePage'), permission: 'assessment.read' },
  {
    path: 'audits/divisions',
    load: () => import('~/pages/audits/divisions/DivisionsPage'),
    permission: 'assessment.read',
  },
  { path: 'audits/actions', load: () => import('~/pages/actions/ActionsPage'), permission: 'assessment.read' },
  {
    path: 'audits/actions/:programmeActionId',
    load: () => import('~/pages/actions/ActionPage'),
    permission: 'assessment.read',
  },
  { path: 'audits/:auditId', load: () => import('~/pages/audits/cockpit/AuditPage'), permission: 'assessment.read' },
  {
    path: 'audits/:auditId/answer',
    load: () => import('~/pages/audits/answering/AnswerPage'),
    permission: 'assessment.read',
  },
  { path: 'audits/time', load: () => import('~/pages/time-use/person/OwnPage'), permission: 'time-use.read' },
  { path: 'audits/time/enter', load: () => import('~/pages/time-use/enter/EnterPage'), permission: 'time-use.record' },
  { path: 'audits/time/team', load: () => import('~/pages/time-use/team/TeamPage'), permission: 'time-use.read' },
  {
    path: 'audits/time/team/:personId',
    load: () => import('~/pages/time-use/team/ReportPage'),
    permission: 'time-use.read',
  },
  {
    path: 'audits/time/everybody',
    load: () => import('~/pages/time-use/everybody/EverybodyPage'),
    permission: 'time-use.read',
  },
  {
    path: 'audits/time/profile',
    load: () => import('~/pages/time-use/profile/ProfilePage'),
    permission: 'time-use.read',
  },
  {
    path: 'portfolio',
    load: () => import('~/pages/portfolio/PortfolioPage'),
    permission: 'portfolio.read',
    live: true,
    rail: { text: 'nav.portfolio', icon: IconChartBubble, question: 'home.portfolio' },
  },
  {
    path: 'portfolio/rounds',
    load: () => import('~/pages/portfolio/rounds/RoundsPage'),
    permission: 'portfolio.read',
    live: true,
  },
  {
    path: 'portfolio/rounds/:roundId',
    load: () => import('~/pages/portfolio/rounds/RoundPage'),
    permission: 'portfolio.read',
    live: true,
  },
  {
    path: 'portfolio/rounds/:roundId/score',
    load: () => import('~/pages/portfolio/scoring/ScoringPage'),
    permission: 'portfolio.read',
  },
  {
    path: 'portfolio/scoring/:accountId',
    load: () => import('~/pages/portfolio/scoring/AccountScoringPage'),
    permission: 'portfolio.read',
  },
  {
    path: 'portfolio/criteria',
    load: () => import('~/pages/portfolio/criteria/CriteriaPage'),
    permission: 'portfolio.read',
  },
  {
    path: 'portfolio/categories',
    load: () => import('~/pages/portfolio/categories/CategoriesPage'),
    permission: 'portfolio.read',
    live: true,
  },
  {
    path: 'portfolio/moves',
    load: () => import('~/pages/portfolio/moves/MovesPage'),
    permission: 'portfolio.read',
    live: true,
  },
  {
    path: 'portfolio/entitlement',
    load: () => import('~/pages/portfolio/entitlement/EntitlementPage'),
    permission: 'portfolio.read',
    live: true,
  },
  {
    path: 'portfolio/health',
    load: () => import('~/pages/portfolio/health/HealthPage'),
    permission: 'portfolio.read',
    live: true,
  },
  {
    path: 'portfolio/views',
    load: () => import('~/pages/portfolio/views/ViewsPage'),
    permission: 'portfolio.read',
    live: true,
  },
  { path: 'notices', load: () => import('~/pages/notices/NoticesPage'), permission: 'portfolio.notices', live: true },
  {
    path: 'portfolio/relationships',
    load: () => import('~/pages/portfolio/relationships/RelationshipsPage'),
    permission: 'portfolio.read',
    live: true,
  },
  {
    path: 'portfolio/import',
    load: () => import('~/pages/portfolio/import/ImportPage'),
    permission: 'portfolio.register',
  },
  {
    path: 'portfolio/import/:importId',
    load: () => import('~/pages/portfolio/import/ImportRunPage'),
    permission: 'portfolio.register',
  },
  {
    path: 'portfolio/offerings',
    load: () => import('~/pages/portfolio/offerings/OfferingsPage'),
    permission: 'portfolio.read',
    live: true,
  },
  {
    path: 'portfolio/duplicates',
    load: () => import('~/pages/portfolio/duplicates/DuplicatesPage'),
    permission: 'portfolio.register',
    live: true,
  },
  {
    path: 'portfolio/:accountId/merge',
    load: () => import('~/pages/portfolio/duplicates/MergePage'),
    permission: 'portfolio.register',
  },
  {
    path: 'portfolio/:accountId',
    load: () => import('~/pages/portfolio/account/AccountPage'),
    permission: 'portfolio.read',
    live: true,
  },
  {
    path: 'plans',
    load: () => import('~/pages/plans/list/PlansPage'),
    permission: 'planning.read',
    live: true,
    rail: { text: 'nav.plans', icon: IconClipboardText, question: 'home.plans' },
  },
  {
    path: 'plans/:accountId',
    load: () => import('~/pages/plans/document/PlanPage'),
    permission: 'planning.read',
  },
  {
    path: 'plans/:accountId/edit',
    load: () => import('~/pages/plans/edit/EditPlanPage'),
    permission: 'planning.write',
  },
  {
    path: 'plans/:accountId/revisions',
    load: () => import('~/pages/plans/revisions/RevisionsPage'),
    permission: 'planning.read',
  },
  {
    path: 'plans/:accountId/revisions/:revision',
    load: () => import('~/pages/plans/revisions/RevisionPage'),
    permission: 'planning.read',
  },
  {
    path: 'plans/:accountId/compare',
    load: () => import('~/pages/plans/revisions/ComparePage'),
    permission: 'planning.read',
  },
  {
    path: 'board',
    load: () => import('~/pages/board/BoardPage'),
    permission: 'programme.dashboard',
    live: true,
    rail: { text: 'nav.board', icon: IconPresentationAnalytics, question: 'home.board' },
  },
  {
    path: 'history',
    load: () => import('~/pages/history/HistoryPage'),
    permission: 'history.read',
    rail: { text: 'nav.history', icon: IconHistory, question: 'home.history' },
  },
  {
    path: 'administration',
    load: () => import('~/pages/administration/AdministrationPage'),
    permission: 'enterprise.manage',
    rail: { text: 'nav.administration', icon: IconSettings, question: 'home.administration' },
  },
  { path: 'policy', load: () => import('~/pages/policy/PolicyPage'), permission: 'identity.policy' },
];

export const routes: RouteObject[] = [
  {
    path: '/',
    element: (
      <PageBoundary>
        <TenantChooser />
      </PageBoundary>
    ),
  },
  {
    path: '/t/:tenant',
    element: <Frame pages={tenantPages} />,
    children: [
      ...tenantPages.map((page) => ({ path: page.path, element: lazyPage(page) })),
      { path: '*', element: <AddressUnknown /> },
    ],
  },
  { path: '*', element: <AddressUnknown /> },
];
