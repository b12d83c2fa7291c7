import { useRead } from '~/api/use-read';
import type { ReadAnswer } from '~/api/types';
import { AssessmentNav } from '~/pages/audits/AssessmentNav';
import { day } from '~/i18n/format';
import { ErrorState, Figure, Page, PageSkeleton } from '~/ui';
import { AccountsTab } from './AccountsTab';
import { CustomersTab } from './CustomersTab';
import classes from './litmus.module.css';
import { ManagersTab } from './ManagersTab';
import { t } from './texts';

type Overview = ReadAnswer<'/api/t/{tenant}/litmus'>;

/** Is key account management really there, and who is one answer short? */
export default function LitmusPage() {
  const { data, error, refetch } = useRead('/api/t/{tenant}/litmus');
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <Page
      title={t('title')}
      section={<AssessmentNav />}
      answer={answer(data)}
      tabs={[
        { id: 'accounts', label: t('tab.accounts'), content: <AccountsTab /> },
        { id: 'managers', label: t('tab.managers'), content: <ManagersTab gate={data.gate} /> },
        { id: 'customers', label: t('tab.customers'), content: <CustomersTab customers={data.customers} /> },
      ]}
    >
      <Figures overview={data} />
    </Page>
  );
}

function answer({ organisation, managers, qualification, gate, partial }: Overview): string {
  const first =
    organisation.yes === null
      ? t('overview.organisationNone')
      : t('overview.organisation', { yes: organisation.yes, questions: organisation.questions });
  const second =
    managers.all === 0
      ? t('overview.managersNone')
      : t('overview.managers', { n: managers.all, passes: managers.passes });
  const rest = [t(`overview.${qualification}`, { gate }), partial && t('overview.partial')].filter(Boolean);
  return `${first}; ${second} ${rest.join(' ')}`;
}

function Figures({ overview: { organisation, managers, accounts } }: { overview: Overview }) {
  const of = (value: number, all: number) => t('figure.of', { value, all });
  return (
    <div className={classes['figures']}>
      <Figure
        label={t('figure.organisation')}
        value={organisation.yes === null ? '–' : of(organisation.yes, organisation.questions)}
        sentence={
          organisation.takenOn
            ? `${t(`standing.${organisation.standing}`)}. ${t('figure.organisationOn', { day: day(organisation.takenOn) })}`
            : t('standing.not-taken')
        }
        to="audits/litmus/programme"
      />
      <Figure
        label={t('figure.managers')}
        value={of(managers.passes, managers.all)}
        sentence={t('figure.managersSentence', { short: managers.oneShort, none: managers.notTaken })}
        to="audits/litmus?tab=managers"
      />
      <Figure
        label={t('figure.accounts')}
        value={of(accounts.passes, accounts.all)}
        sentence={t('figure.accountsSentence', { short: accounts.oneShort, none: accounts.notTaken })}
        to="audits/litmus?tab=accounts&key=true&standing=passes"
      />
      <Figure
        label={t('figure.due')}
        value={of(accounts.due, accounts.all)}
        sentence={t('figure.dueSentence')}
        to="audits/litmus?tab=accounts&due=true"
      />
    </div>
  );
}
