import type { ReactNode } from 'react';
import { Anchor, type AnchorProps } from '@mantine/core';
import { Link } from 'react-router';
import { useTenantAddress } from './address';

interface TenantLinkProps extends AnchorProps {
  /** Path below the tenant: `portfolio/a-1?tab=plan`. */
  to: string;
  children: ReactNode;
}

/** A link within the tenant that keeps *as at* and division scope. */
export function TenantLink({ to, children, ...anchor }: TenantLinkProps) {
  const address = useTenantAddress();
  return (
    <Anchor component={Link} to={address(to)} {...anchor}>
      {children}
    </Anchor>
  );
}
