import { Alert } from '@mantine/core';
import { TenantLink } from '~/app/TenantLink';
import { useCanChange } from '~/app/tenant';
import { t as merge } from '../duplicates/texts';
import { t } from '../texts';
import type { Account } from './use-account';

/** Two accounts with one identifier may be one customer: said, not forbidden. */
export function SharedIdentifiers({ account }: { account: Account }) {
  const may = useCanChange('portfolio.register') && account.archivedAt === null;
  const alike = account.related.filter(({ shares }) => shares.length > 0);
  if (alike.length === 0) return null;
  return (
    <Alert color="yellow" mb="md">
      {alike.map(({ id, name, code, shares }) => (
        <div key={id}>
          {t('account.shares', {
            identifiers: shares.map((one) => t(`account.${one}`)).join(', '),
            name: `${name} (${code})`,
          })}{' '}
          <TenantLink to={`portfolio/${id}`} c="inherit" underline="always">
            {name}
          </TenantLink>
          {may && (
            <>
              {' · '}
              <TenantLink to={`portfolio/${account.id}/merge?into=${id}`} c="inherit" underline="always">
                {merge('merge.open')}
              </TenantLink>
            </>
          )}
        </div>
      ))}
    </Alert>
  );
}
