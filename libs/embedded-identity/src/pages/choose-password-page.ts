import { html, page } from './html';

interface Choice {
  readonly username: string;
  readonly oneTimePassword: string;
  /** Empty the first time the page is shown. */
  readonly error: string;
}

/** For who signs in with a one-time password: it is sent along, and counts no longer once an own one is chosen. */
export const choosePasswordPage = ({ username, oneTimePassword, error }: Choice): string =>
  page(
    'Choose a password',
    html`<h1>Choose a password</h1>
      <p class="soft">The password that you were given was for this one time. It must have at least 12 characters.</p>
      <form method="post" class="card">
        ${error !== '' && html`<p class="error" role="alert" id="choice-error">${error}</p>`}
        <input type="hidden" name="username" value="${username}" />
        <input type="hidden" name="password" value="${oneTimePassword}" />
        <label for="new-password">New password</label>
        <input
          id="new-password"
          name="new-password"
          type="password"
          autocomplete="new-password"
          required
          autofocus
          ${error !== '' && html`aria-invalid="true" aria-describedby="choice-error"`}
        />
        <label for="again">The same again</label>
        <input id="again" name="again" type="password" autocomplete="new-password" required />
        <button class="primary wide">Go on</button>
      </form>`,
  );
