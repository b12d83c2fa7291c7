import type { ReactNode } from 'react';
import { t } from '~/i18n';
import { EmptyState } from '~/ui/EmptyState';
import { TenantLink } from './TenantLink';
import { useTenantMe } from './tenant';

/** Says so where the person's role does not open a page; the API refuses as well. */
export function PermissionGate({ permission, children }: { permission?: string; children: ReactNode }) {
  const { permissions } = useTenantMe();
  if (!permission || permissions.includes(permission)) return children;
  return (
    <EmptyState
      title={t('error.forbidden')}
      text={t('error.forbiddenText')}
      action={<TenantLink to="policy">{t('nav.policy')}</TenantLink>}
    />
  );
}
