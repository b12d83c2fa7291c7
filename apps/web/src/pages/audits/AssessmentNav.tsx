import { useTenantMe } from '~/app/tenant';
import { SectionNav, type SectionPage } from '~/ui';
import { t } from './texts';

interface AssessmentPage extends SectionPage {
  readonly permission: string;
}

const pages: readonly AssessmentPage[] = [
  { path: 'audits', label: t('nav.audits'), exact: true, permission: 'assessment.read' },
  { path: 'audits/organisation', label: t('nav.organisation'), permission: 'assessment.read' },
  { path: 'audits/litmus', label: t('nav.litmus'), permission: 'assessment.read' },
  { path: 'audits/divisions', label: t('nav.divisions'), permission: 'assessment.read' },
  { path: 'audits/time', label: t('nav.time'), permission: 'time-use.read' },
  { path: 'audits/actions', label: t('nav.actions'), permission: 'assessment.read' },
  { path: 'audits/catalogue', label: t('nav.catalogues'), permission: 'assessment.read' },
];

/** Everything that assesses the programme, the organisation, the accounts and the use of time. */
export function AssessmentNav() {
  const { permissions } = useTenantMe();
  return (
    <SectionNav label={t('nav.label')} pages={pages.filter(({ permission }) => permissions.includes(permission))} />
  );
}
