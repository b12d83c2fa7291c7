import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}
export const desktop: Look = { width: 1440, scheme: 'light' };

export async function openBrowser(): Promise<Browser> {
  const { existsSync } = await import('node:fs');
  return chromium.launch({
    executablePath: places.find((path) => path && existsSync(path)),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** A window of its own; errors in its console are failures of the test that looks at `errors`. */
export async function openWindow(
  browser: Browser,
  { width, scheme }: Look = desktop,
): Promise<{ page: Page; errors: string[]; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width, height: width > 1000 ? 900 : 844 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  context.setDefaultTimeout(60_000); // ends what hangs; says nothing of how fast a page must be
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('response', async (response) => {
    if (response.status() >= 400)
      errors.push(`${response.status()} ${response.url()} ${await response.text().catch(() => '')}`);
  });
  return { page, errors, context };
}

/** Signs in as a person would: by pressing the name on the provider's page. */
export async function signIn(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();
  await page.waitForURL((address) => !address.pathname.startsWith('/identity'));
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Goes to an address, and is back when the page stands there with all that it asks for. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** What axe finds serious or critical, as readable lines. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    interface Found {
      readonly id: string;
      readonly impact: string;
      readonly help: string;
      readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[];
    }
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: Found[] }> } };
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, help, nodes }) =>
          `${id}: ${help} (${nodes
            .slice(0, 3)
            .map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 120)}`)
            .join('; ')})`,
      );
  });
}

export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1');

/** A window of somebody signed in; what went wrong in it is among `failures` once it is closed. */
export async function windowOf(browser: Browser, url: string, name: string, failures: string[]): Promise<Page> {
  const { page, errors } = await openWindow(browser);
  page.once('close', () => failures.push(...errors));
  await signIn(page, url, name);
  return page;
}
