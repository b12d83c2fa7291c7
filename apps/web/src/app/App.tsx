import { useMemo } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { AuthProvider } from 'react-oidc-context';
import { BrowserRouter, useRoutes } from 'react-router';
import { ApiProblem } from '~/api/problem';
import { connectSession } from '~/api/send';
import type { Config } from './auth/config';
import { SignedIn } from './auth/SignedIn';
import { createUserManager, returnTo, sessionOf } from './auth/user-manager';
import { routes } from './routes';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What a person wrote is refetched by the command itself; what others wrote, on coming back to the page.
      staleTime: 30_000,
      gcTime: 15 * 60_000,
      // `send` has repeated already where that can help.
      retry: false,
      throwOnError: (error) => !(error instanceof ApiProblem),
    },
  },
});

export function App({ config }: { config: Config }) {
  const manager = useMemo(() => {
    const created = createUserManager(config);
    connectSession(sessionOf(created));
    return created;
  }, [config]);
  return (
    <AuthProvider
      userManager={manager}
      onSigninCallback={(user) => window.history.replaceState({}, '', returnTo(user?.state))}
      onRemoveUser={() => queries.clear()}
    >
      <SignedIn>
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <SignedInPages />
          </BrowserRouter>
        </QueryClientProvider>
      </SignedIn>
    </AuthProvider>
  );
}

/** The router starts only when someone is signed in, so it begins at the address that sign-in came back to. */
function SignedInPages() {
  return useRoutes(routes);
}
