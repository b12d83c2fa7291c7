import type { ReactNode } from 'react';
import { Button, type ButtonProps } from '@mantine/core';
import { Link } from 'react-router';
import { useTenantAddress } from '~/app/address';

interface TenantButtonProps extends ButtonProps {
  /** Path below the tenant. */
  to: string;
  children: ReactNode;
}

/** A way to another page of the tenant that looks like a button. */
export function TenantButton({ to, children, ...button }: TenantButtonProps) {
  const address = useTenantAddress();
  return (
    <Button component={Link} to={address(to)} variant="default" {...button}>
      {children}
    </Button>
  );
}
