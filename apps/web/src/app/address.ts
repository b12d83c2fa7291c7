import { useCallback } from 'react';
import { createPath, type NavigateOptions, useLocation, useNavigate, useParams } from 'react-router';

/** Search parameters that stay while a person moves from page to page. */
const kept = ['asAt', 'division'] as const;

/** Alias of the tenant whose page this is; the first segment of its address. */
export function useTenantAlias(): string {
  return useParams()['tenant'] ?? '';
}

/**
 * Turns a path below the tenant (`portfolio/a-1?tab=plan`) into an address that keeps *as at* and division scope.
 * What the path itself says about them wins.
 */
export function useTenantAddress(): (path: string) => string {
  const tenant = useTenantAlias();
  const { search } = useLocation();
  return useCallback((path) => tenantAddress(tenant, path, search), [tenant, search]);
}

export function tenantAddress(tenant: string, path: string, search: string): string {
  const [pathname = '', own = ''] = path.replace(/^\//, '').split('?', 2);
  const query = new URLSearchParams(own);
  const now = new URLSearchParams(search);
  for (const name of kept) {
    const value = now.get(name);
    if (value && !query.has(name)) query.set(name, value);
  }
  const below = pathname ? `/${pathname}` : '';
  return createPath({ pathname: `/t/${encodeURIComponent(tenant)}${below}`, search: query.toString() });
}

/** Like `useNavigate`, for paths below the tenant. */
export function useNavigateTenant(): (path: string, options?: NavigateOptions) => void {
  const navigate = useNavigate();
  const address = useTenantAddress();
  return useCallback((path, options) => void navigate(address(path), options), [navigate, address]);
}
