import type { ReadAnswer } from '~/api/types';
import { TenantLink } from '~/app/TenantLink';
import { ChartFrame, type Column } from '~/ui';
import classes from './litmus.module.css';
import { t } from './texts';

type Customers = ReadAnswer<'/api/t/{tenant}/litmus'>['customers'];
interface Bar {
  readonly yes: number;
  readonly customers: number;
}

const columns: Column<Bar>[] = [
  { id: 'yes', header: t('customers.yes'), value: ({ yes }) => yes, numeric: true },
  { id: 'customers', header: t('customers.accounts'), value: ({ customers }) => customers, numeric: true },
];

/** How many customers say yes to how many of the six questions. */
export function CustomersTab({ customers: { all, taken, byYes } }: { customers: Customers }) {
  const rows = byYes.map((customers, yes) => ({ yes, customers })).reverse();
  const most = Math.max(1, ...byYes);
  return (
    <ChartFrame
      title={t('customers.title')}
      sentence={t('customers.sentence', { n: taken, all })}
      columns={columns}
      rows={rows}
      fileName="customer-readiness"
    >
      <ol className={classes['bars']}>
        {rows.map(({ yes, customers }) => (
          <li key={yes}>
            <b>{yes}</b>
            <span className={classes['bar']} style={{ width: `${(customers / most) * 100}%` }} aria-hidden="true" />
            <TenantLink to={`audits/litmus?tab=accounts&key=true&customer=${yes}`} c="inherit">
              {t('customers.bar', { n: customers })}
            </TenantLink>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}
