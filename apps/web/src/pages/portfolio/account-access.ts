import { useCanChange, useTenantMe } from '~/app/tenant';

const wholePortfolio = ['kam-unit-head', 'programme-lead', 'tenant-administrator'];

/** A key account manager changes the accounts that he or she leads; the API decides, this only hides what it would refuse. */
export function useMayChangeAccount(
  permission: 'portfolio.change' | 'portfolio.know' | 'portfolio.propose' | 'portfolio.score',
  leadId?: string | null,
): boolean {
  const { person, roles } = useTenantMe();
  const can = useCanChange(permission);
  return can && (roles.some((role) => wholePortfolio.includes(role)) || leadId === person.id);
}
