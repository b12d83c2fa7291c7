import { aldermoorAccounts, brackwaterAccounts } from './content/accounts';
import { aldermoorAudits, brackwaterAudits } from './content/audits';
import { aldermoor, brackwater } from './content/enterprises';
import { aldermoorMovements, brackwaterMovements } from './content/movements';
import { aldermoorOrganisations } from './content/organisation';
import { DEMO_PASSWORD } from './people';
import { auditKey } from './story/audits';
import type { Catalogues, Story } from './story/story';
import { tell } from './story/tell';
import { Calendar, type Step } from './timeline';

export interface DemoLoad {
  readonly url: string;
  /** Of the people’s tokens, such as `http://localhost:3000/identity/realms/mainstay`. */
  readonly issuer: string;
  /** Lets the loader say when each request was recorded. */
  readonly demoKey: string;
  /** The day on which the demo's story ends. */
  readonly today: Date;
  readonly progress: (done: number, total: number) => void;
}

const stories: readonly Story[] = [
  {
    enterprise: aldermoor,
    accounts: aldermoorAccounts,
    movements: aldermoorMovements,
    audits: aldermoorAudits,
    organisations: aldermoorOrganisations,
  },
  {
    enterprise: brackwater,
    accounts: brackwaterAccounts,
    movements: brackwaterMovements,
    audits: brackwaterAudits,
    organisations: [],
  },
];

const AT_ONCE = 16;

/**
 * Plays the demo through the public API, each tenant in the order of its calendar. Every request has a key of its own, so
 * a load that was cut short is simply played again.
 */
export async function loadDemo(load: DemoLoad): Promise<void> {
  load.progress(0, 1);
  const people = new SignIns(load.issuer);
  const calendar = new Calendar(load.today);
  const catalogues = await readCatalogues(load.url, people);
  const tales = stories.map((story) => tell(story, catalogues, calendar));
  const total = tales.reduce((sum, steps) => sum + steps.length, 0);
  let done = 0;
  await Promise.all(
    tales.map(async (steps) => {
      let reached = '';
      for (const together of groups(steps)) {
        await Promise.all(
          together.map(async ({ step, key }) => {
            const position = await send(load, await people.token(step.as), step, key, reached);
            if (position > reached) reached = position;
            load.progress(++done, total);
          }),
        );
      }
    }),
  );
}

interface KeyedStep {
  readonly step: Step;
  readonly key: string;
}

/** Steps of the same minute that touch different records go together; the calendar's order holds between groups. */
function* groups(steps: readonly Step[]): Generator<KeyedStep[]> {
  let group: KeyedStep[] = [];
  let audits = 0;
  for (const [index, step] of steps.entries()) {
    const told = step.path === 'audits' ? auditKey(step.tenant, audits++) : `demo-${step.tenant}-${index}`;
    const key = step.key ?? told;
    const first = group[0]?.step;
    if (
      first &&
      (first.at.getTime() !== step.at.getTime() ||
        group.length === AT_ONCE ||
        group.some((other) => recordOf(other.step) === recordOf(step)))
    ) {
      yield group;
      group = [];
    }
    group.push({ step, key });
  }
  if (group.length > 0) yield group;
}

const recordOf = ({ path }: Step) => path.split('/').slice(0, 2).join('/');

async function found(
  url: string,
  token: string,
  { tenant, body }: Step,
  { list, path, body: bodyOf }: NonNullable<Step['from']>,
  reached: string,
): Promise<{ path: string; body: unknown }> {
  const response = await fetch(`${url}/api/t/${tenant}/${list}`, {
    headers: { authorization: `Bearer ${token}`, ...(reached ? { position: reached } : {}) },
  });
  if (!response.ok) throw new Error(`The demo could not read ${list}: ${await response.text()}`);
  const { items } = (await response.json()) as { items: never[] };
  return { path: path(items), body: bodyOf ? bodyOf(items) : body };
}

/** Answers the place in the history that it was recorded at. */
async function send(
  { url, demoKey }: DemoLoad,
  token: string,
  step: Step,
  key: string,
  reached: string,
): Promise<string> {
  const { path, body } = step.from ? await found(url, token, step, step.from, reached) : step;
  const address = `${url}/api/t/${step.tenant}/${path}`;
  const response = await fetch(address, {
    method: step.method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': body instanceof Buffer ? 'application/octet-stream' : 'application/json',
      'idempotency-key': key,
      'x-mainstay-demo-clock': step.at.toISOString(),
      'x-mainstay-demo-key': demoKey,
      ...(step.reads && reached ? { position: reached } : {}),
    },
    body: body instanceof Buffer ? new Uint8Array(body) : JSON.stringify(body),
  });
  const answer = await response.text();
  if (!response.ok)
    throw new Error(
      `The demo could not be loaded: ${step.method} ${step.path} as ${step.as} answered ${response.status}: ${answer}`,
    );
  return response.headers.get('position') ?? '';
}

async function readCatalogues(url: string, people: SignIns): Promise<Catalogues> {
  const get = async (path: string, token?: string) => {
    const response = await fetch(`${url}/api/${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});
    if (!response.ok) throw new Error(`The demo could not be loaded: GET ${path} answered ${response.status}.`);
    return (await response.json()) as unknown;
  };
  const { actions } = (await get('catalogues/phase-audit/1')) as Pick<Catalogues, 'actions'>;
  const token = await people.token(aldermoor.lead);
  const { criteria } = (await get(`t/${aldermoor.alias}/criteria-sets/1`, token)) as Pick<Catalogues, 'criteria'>;
  return { actions, criteria };
}

interface SignedIn {
  readonly token: string;
  readonly until: number;
}

/** Access tokens of the demo people, from the same endpoint that scripts use. */
class SignIns {
  private readonly people = new Map<string, Promise<SignedIn>>();

  constructor(private readonly issuer: string) {}

  /** Nobody signs in twice at the same time: a provider may take that for an attack. */
  async token(username: string): Promise<string> {
    const before = this.people.get(username) ?? Promise.resolve({ token: '', until: 0 });
    const present = before.then((known) => (known.until > performance.now() ? known : this.signIn(username)));
    this.people.set(username, present);
    return (await present).token;
  }

  private async signIn(username: string): Promise<SignedIn> {
    const response = await fetch(`${this.issuer}/protocol/openid-connect/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'password',
        client_id: 'mainstay-cli',
        username,
        password: DEMO_PASSWORD,
        scope: 'openid organization:*',
      }),
    });
    if (!response.ok)
      throw new Error(`The demo could not be loaded: sign-in of ${username} answered ${response.status}.`);
    const answer = (await response.json()) as { access_token: string; expires_in: number };
    return { token: answer.access_token, until: performance.now() + (answer.expires_in - 60) * 1000 };
  }
}
