import { useCan } from '~/app/tenant';
import { SectionNav } from '~/ui';
import { AssessmentNav } from '~/pages/audits/AssessmentNav';
import { t } from './texts';

/** The pages about time, below those of the assessment. */
export function TimeNav() {
  const records = useCan('time-use.record');
  return (
    <>
      <AssessmentNav />
      <SectionNav
        label={t('nav.label')}
        pages={[
          ...(records ? [{ path: 'audits/time', label: t('nav.own'), exact: true }] : []),
          { path: 'audits/time/team', label: t('nav.team') },
          { path: 'audits/time/everybody', label: t('nav.everybody') },
          { path: 'audits/time/profile', label: t('nav.profile') },
        ]}
      />
    </>
  );
}
