import { createContext, use, type ReactNode } from 'react';
import type { ReadAnswer } from '~/api/types';
import { useAddressState } from './address-state';
import { useAsAt } from './as-at';

export type TenantMe = ReadAnswer<'/api/t/{tenant}/me'>;

const TenantContext = createContext<TenantMe | undefined>(undefined);

export function TenantProvider({ me, children }: { me: TenantMe; children: ReactNode }) {
  return <TenantContext value={me}>{children}</TenantContext>;
}

/** Who is signed in, in this tenant: person, tenant (with currency), roles, permissions, divisions. */
export function useTenantMe(): TenantMe {
  const me = use(TenantContext);
  if (!me) throw new Error('useTenantMe is for pages below /t/:tenant.');
  return me;
}

/** Whether the person's role gives a permission, such as 'portfolio.read'. */
export function useCan(permission: string): boolean {
  return useTenantMe().permissions.includes(permission);
}

/** Like `useCan`, and false while the page shows the past, where nothing can be changed. */
export function useCanChange(permission: string): boolean {
  const can = useCan(permission);
  return useAsAt() === undefined && can;
}

/** Id of the division that the pages are limited to; undefined is all that the person may see. */
export function useDivisionScope(): string | undefined {
  const [division] = useAddressState('division');
  return division || undefined;
}
