import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Directory } from './directory';
import type { EmbeddedPerson } from './options';
import { expiredPage } from './pages/answers';
import { send } from './pages/html';
import { choosePasswordPage } from './pages/choose-password-page';
import { loginPage } from './pages/login-page';

const longestForm = 10_000;
const shortestPassword = 12;

/** The login page and what is posted from it. */
export class Login {
  constructor(
    private readonly provider: Provider,
    private readonly directory: Directory,
    private readonly origins: readonly string[],
  ) {}

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!(await this.isUnderWay(request, response))) return send(response, 400, expiredPage(this.origins));
    if (request.method === 'POST') return this.signIn(request, response);
    send(response, 200, loginPage(this.directory, { username: '' }));
  }

  private async isUnderWay(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    return this.provider.interactionDetails(request, response).then(
      () => true,
      () => false,
    );
  }

  private async signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await readForm(request);
    const person = this.personOf(form);
    const username = form.get('username') ?? '';
    if (!person) {
      const attempt = { username, error: 'The user name or the password is wrong.' };
      return send(response, 401, loginPage(this.directory, attempt));
    }
    if (person.mustChoosePassword) {
      const error = this.choosePassword(person, form);
      if (error !== undefined) {
        const oneTimePassword = form.get('password')!;
        return send(response, error ? 422 : 200, choosePasswordPage({ username, oneTimePassword, error }));
      }
    }
    // `consent` too, so that a client asking for prompt=consent is not sent here again and again.
    await this.provider.interactionFinished(request, response, {
      login: { accountId: person.id, remember: false },
      consent: {},
    });
  }

  /** Undefined once an own password is chosen; else what is wrong with it, empty where none was sent yet. */
  private choosePassword(person: EmbeddedPerson, form: URLSearchParams): string | undefined {
    const chosen = form.get('new-password');
    if (chosen === null) return '';
    if (chosen.length < shortestPassword) return `Choose a password of at least ${shortestPassword} characters.`;
    if (chosen !== form.get('again')) return 'The two passwords are not the same.';
    if (chosen === form.get('password')) return 'Choose a password of your own.';
    this.directory.setPassword(person.id, chosen, { mustChoose: false });
    return undefined;
  }

  private personOf(form: URLSearchParams): EmbeddedPerson | undefined {
    const chosen = form.get('person');
    if (chosen !== null) return this.directory.demoPerson(chosen);
    return this.directory.withPassword(form.get('username') ?? '', form.get('password') ?? '');
  }
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk as string;
    if (text.length > longestForm) throw new Error('The form is too large.');
  }
  return new URLSearchParams(text);
}
