import type { KoaContextWithOIDC } from 'oidc-provider';
import { allowScript, html, Html, page } from './html';

const pressSignOut = `document.getElementById('sign-out').click()`;

/** Signs out without a question where the application proves (id_token_hint) that it is this person's session. */
export function logoutQuestion(ctx: KoaContextWithOIDC, form: string): void {
  const hinted = (ctx.oidc.entities.IdTokenHint as { payload: { sub?: string } } | undefined)?.payload.sub;
  const certain = hinted !== undefined && hinted === ctx.oidc.session?.accountId;
  if (certain) allowScript(ctx.res, pressSignOut);
  ctx.type = 'html';
  ctx.body = page(
    'Sign out',
    html`<h1>Sign out of Mainstay?</h1>
      ${new Html(form)}
      <div class="actions">
        <button class="primary" id="sign-out" form="op.logoutForm" name="logout" value="yes">Sign out</button>
        <button class="secondary" form="op.logoutForm">Stay signed in</button>
      </div>
      ${certain && new Html(`<script>${pressSignOut}</script>`)}`,
  );
}

export const showSignedOut =
  ({ redirectOrigins }: { readonly redirectOrigins: readonly string[] }) =>
  (ctx: KoaContextWithOIDC): void => {
    ctx.type = 'html';
    ctx.body = page(
      'Signed out',
      html`<h1>You are signed out</h1>
        <p>Close the window, or sign in again.</p>
        ${back(redirectOrigins)}`,
    );
  };

export function showError(
  ctx: KoaContextWithOIDC,
  { error, error_description: why }: { error: string; error_description?: string },
): void {
  ctx.type = 'html';
  ctx.body = page(
    'Sign-in failed',
    html`<h1>Sign-in failed</h1>
      <p>The application asked for something that the identity provider refuses.</p>
      <p class="soft">${error}${why !== undefined && `: ${why}`}</p>`,
  );
}

/** The login page was left open too long, or cookies are off. */
export const expiredPage = (origins: readonly string[]): string =>
  page(
    'Sign-in expired',
    html`<h1>This sign-in has expired</h1>
      <p>It was open too long, was finished in another window, or cookies are switched off.</p>
      ${back(origins)}`,
  );

const back = (origins: readonly string[]): Html | false =>
  origins[0] !== undefined && html`<p><a class="button primary" href="${origins[0]}/">Go to Mainstay</a></p>`;
