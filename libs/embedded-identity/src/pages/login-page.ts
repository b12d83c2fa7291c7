import type { Directory } from '../directory';
import type { EmbeddedPerson, Organization } from '../options';
import { html, type Html, page } from './html';

export interface Attempt {
  readonly username: string;
  readonly error?: string;
}

export function loginPage(directory: Directory, attempt: Attempt): string {
  const groups = directory.demoGroups();
  return page(
    'Sign in',
    html`<h1>Sign in</h1>
      <p class="soft">This is the identity provider built into Mainstay, for demonstration on this machine.</p>
      <div class="${groups.length > 0 ? 'columns two' : 'columns'}">
        ${groups.length > 0 && demoPeople(groups)} ${passwordForm(attempt)}
      </div>`,
  );
}

const demoPeople = (groups: ReturnType<Directory['demoGroups']>): Html =>
  html` <form method="post" class="card" aria-labelledby="demo-people">
    <h2 id="demo-people">Demo people</h2>
    <p class="soft">Choose someone to sign in as; no password is needed.</p>
    ${groups.map(({ organization, people }) => group(organization, people))}
  </form>`;

const group = (organization: Organization, people: readonly EmbeddedPerson[]): Html =>
  html` <h3 id="${`tenant-${organization.alias}`}">${organization.name}</h3>
    <ul class="people" aria-labelledby="${`tenant-${organization.alias}`}">
      ${people.map((person) => html`<li>${personButton(person, organization)}</li>`)}
    </ul>`;

function personButton(person: EmbeddedPerson, organization: Organization): Html {
  const here = person.memberships.find((one) => one.organization === organization.alias);
  const roles = here && here.roles.length > 0 ? here.roles.map(roleName).join(', ') : 'No role';
  return html`<button class="person" name="person" value="${person.id}">
    <span class="name">${person.name}</span><span class="role">${roles}</span>
  </button>`;
}

const roleName = (role: string): string => {
  const words = role.replaceAll('-', ' ').replace(/\bkam\b/, 'KAM');
  return words[0]!.toUpperCase() + words.slice(1);
};

const passwordForm = ({ username, error }: Attempt): Html =>
  html` <form method="post" class="card" aria-labelledby="with-password">
    <h2 id="with-password">With user name and password</h2>
    ${error && html`<p class="error" role="alert" id="sign-in-error">${error}</p>`}
    <label for="username">User name or e-mail</label>
    <input
      id="username"
      name="username"
      autocomplete="username"
      autocapitalize="none"
      spellcheck="false"
      value="${username}"
      required
      ${describedBy(error)}
    />
    <label for="password">Password</label>
    <input
      id="password"
      name="password"
      type="password"
      autocomplete="current-password"
      required
      ${describedBy(error)}
      ${error !== undefined && 'autofocus'}
    />
    <button class="primary wide">Sign in</button>
  </form>`;

const describedBy = (error?: string): Html | false =>
  error !== undefined && html`aria-invalid="true" aria-describedby="sign-in-error"`;
