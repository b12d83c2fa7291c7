import { TenantLink } from '~/app/TenantLink';
import { t } from '~/i18n';

interface SaidAtProps {
  /** The account that was merged into the one looked at; null: it was recorded for that one itself. */
  account: { readonly id: string; readonly code: string; readonly name: string } | null;
  onFollow?: () => void;
}

/** For which account something was recorded that is read with another since a merge. */
export function SaidAt({ account, onFollow }: SaidAtProps) {
  return (
    account && (
      <TenantLink to={`portfolio/${account.id}`} onClick={onFollow} size="sm" display="block">
        {t('history.saidAt', { name: account.name, code: account.code })}
      </TenantLink>
    )
  );
}
