import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { Session } from '~/api/send';
import type { Config } from './config';

export const callbackPath = '/sign-in/callback';

/**
 * Authorization code with PKCE; tokens live in this tab's session storage only. The scope names no organization: the
 * token then carries all of the person's tenants, and the address says which one is meant.
 */
export function createUserManager({ issuer, clientId }: Config): UserManager {
  const store = () => new WebStorageStateStore({ store: window.sessionStorage, prefix: 'mainstay.' });
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${window.location.origin}${callbackPath}`,
    post_logout_redirect_uri: `${window.location.origin}/`,
    response_type: 'code',
    scope: 'openid profile email organization:*',
    userStore: store(),
    stateStore: store(),
    automaticSilentRenew: true,
    loadUserInfo: false,
    monitorSession: false,
  });
}

/** Where to come back to after signing in. */
export const hereState = () => ({ returnTo: window.location.pathname + window.location.search });

export const returnTo = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'returnTo' in state ? String(state.returnTo) : '/';

export function sessionOf(manager: UserManager): Session {
  let known: string | undefined;
  let renewal: Promise<string | undefined> | undefined;
  let leaving: Promise<void> | undefined;
  manager.events.addUserLoaded((user) => {
    known = user.access_token;
  });
  manager.events.addUserUnloaded(() => {
    known = undefined;
  });
  return {
    token: async () => (known ??= (await manager.getUser())?.access_token),
    renew: () => {
      renewal ??= renewed(manager).finally(() => (renewal = undefined));
      return renewal;
    },
    signInAgain: () => {
      // Several requests may find out at the same time.
      leaving ??= manager.signinRedirect({ state: hereState() });
    },
  };
}

/** Only by refresh token: a hidden frame would need the provider to allow framing. */
async function renewed(manager: UserManager): Promise<string | undefined> {
  const user = await manager.getUser();
  if (!user?.refresh_token) return undefined;
  try {
    return (await manager.signinSilent())?.access_token;
  } catch {
    return undefined;
  }
}
