import { IconAlertTriangle } from '@tabler/icons-react';
import { TenantLink } from '~/app/TenantLink';
import type { Choice, Question } from './litmus';
import classes from './litmus.module.css';
import { t } from './texts';
import { verdictOf } from './verdict';

interface RecordLineProps {
  record: Question['record'];
  answer: Choice | null;
  /** The account that the record is about; without it there is no way to its pages. */
  accountId?: string;
}

/** What the record says to a question, beside the answer; a difference is pointed out. */
export function RecordLine({ record, answer, accountId }: RecordLineProps) {
  if (!record) return null;
  const verdict = verdictOf(answer, record);
  const to = record.see && address(record.see, accountId);
  return (
    <div className={classes['record']} data-verdict={verdict}>
      <span>
        <b>{t('record.label')}:</b> {record.sentence}{' '}
        {to && record.see && (
          <TenantLink to={to} size="sm">
            {t(`record.see.${record.see}`)}
          </TenantLink>
        )}
      </span>
      {verdict === 'contradicts' && (
        <span className={classes['differs']}>
          <IconAlertTriangle size={14} aria-hidden /> {t('record.contradicts')}
        </span>
      )}
      {verdict === 'supports' && <span className={classes['agrees']}>{t('record.supports')}</span>}
    </div>
  );
}

function address(see: NonNullable<NonNullable<Question['record']>['see']>, accountId?: string): string | undefined {
  if (see === 'plans') return 'plans';
  if (accountId === undefined) return undefined;
  return see === 'plan' ? `plans/${accountId}` : `portfolio/${accountId}?tab=${see}`;
}
