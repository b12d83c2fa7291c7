import { useEffect, type ReactNode } from 'react';
import { useAuth } from 'react-oidc-context';
import { t } from '~/i18n';
import { hereState } from './user-manager';
import { Notice } from '../Notice';

/** Shows its children to someone who is signed in; sends everyone else to the provider and back to this address. */
export function SignedIn({ children }: { children: ReactNode }) {
  const auth = useAuth();
  const leave = !auth.isAuthenticated && !auth.isLoading && !auth.activeNavigator && !auth.error;

  useEffect(() => {
    if (leave) void auth.signinRedirect({ state: hereState() });
  }, [leave, auth]);

  if (auth.isAuthenticated) return children;
  if (auth.error) {
    return (
      <Notice
        title={t('signIn.failed')}
        text={t('signIn.failedText', { reason: auth.error.message })}
        action={t('signIn.again')}
        onAction={() => void auth.signinRedirect({ state: { returnTo: '/' } })}
      />
    );
  }
  return <Notice title={t('signIn.leaving')} quiet />;
}
