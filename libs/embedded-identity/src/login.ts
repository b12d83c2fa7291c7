import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Directory } from './directory';
import type { EmbeddedPerson } from './options';
import { expiredPage } from './pages/answers';
import { send } from './pages/html';
import { loginPage } from './pages/login-page';

const longestForm = 10_000;

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
    if (!person) {
      const attempt = { username: form.get('username') ?? '', error: 'The user name or the password is wrong.' };
      return send(response, 401, loginPage(this.directory, attempt));
    }
    // `consent` too, so that a client asking for prompt=consent is not sent here again and again.
    await this.provider.interactionFinished(request, response, {
      login: { accountId: person.id, remember: false },
      consent: {},
    });
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
