import { useRead } from '~/api/use-read';
import { useCan } from '~/app/tenant';
import { Page } from '~/ui';
import { DivisionsTab } from './DivisionsTab';
import { EnterpriseTab } from './EnterpriseTab';
import { AccessTab } from './members/AccessTab';
import { PeopleTab } from './PeopleTab';
import { t } from './texts';

/** Who takes part, and in which division? */
export default function AdministrationPage() {
  const divisions = useRead('/api/t/{tenant}/divisions').data?.items.length;
  const people = useRead('/api/t/{tenant}/people', { query: { limit: 1 } }).data?.total;
  const mayAdminister = useCan('people.access');
  const known = divisions !== undefined && people !== undefined;
  return (
    <Page
      title={t('title')}
      answer={known && `${t('answer.people', { n: people })}; ${t('answer.divisions', { n: divisions })}.`}
      tabs={[
        { id: 'divisions', label: t('divisions'), content: <DivisionsTab /> },
        { id: 'people', label: t('people'), content: <PeopleTab /> },
        ...(mayAdminister ? [{ id: 'access', label: t('access'), content: <AccessTab /> }] : []),
        { id: 'enterprise', label: t('enterprise'), content: <EnterpriseTab /> },
      ]}
    />
  );
}
