import type { ComponentPropsWithRef } from 'react';
import { Anchor, type AnchorProps } from '@mantine/core';
import { Link } from 'react-router';
import { useTenantAddress } from './address';

interface TenantLinkProps extends AnchorProps, Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps | 'href'> {
  /** Path below the tenant: `portfolio/a-1?tab=plan`. */
  to: string;
}

/** A link within the tenant that keeps *as at* and division scope. */
export function TenantLink({ to, ...anchor }: TenantLinkProps) {
  const address = useTenantAddress();
  return <Anchor component={Link} to={address(to)} {...anchor} />;
}
