import type { ReactNode } from 'react';
import { MantineProvider } from '@mantine/core';
import { cssVariables, theme } from '~/theme/theme';

export function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  );
}
