import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import {
  type Look,
  openBrowser,
  openPage,
  openWindow,
  scrollsSideways,
  seriousViolations,
  signIn,
} from '../../support/browser';
import { type ProductUnderTest, root, startProduct } from '../../support/product';

jest.setTimeout(600_000);

const looks: Look[] = [
  { width: 1440, scheme: 'light' },
  { width: 390, scheme: 'dark' },
];

/** `npm run screenshots` renews the pictures of the documentation. */
const pictures = process.env.MAINSTAY_SCREENSHOTS ? join(root, 'docs', 'images') : undefined;
const documented = ['board', 'audit-results', 'matrix', 'plan-compare', 'history'];

/** Every page can be read by everyone: on a wide and on a narrow screen, in light and dark, by eye and by assistive technology. */
describe('every page', () => {
  let product: ProductUnderTest;
  let browser: Browser;
  let pages: Readonly<Record<string, string>>;
  let governance: Readonly<Record<string, string>>;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: true }), openBrowser()]);
    const lead = await product.as('priya');
    const audits = (await lead.get('t/aldermoor/audits?scope=programme')).body.items as { id: string }[];
    const [account] = (await lead.get('t/aldermoor/accounts?q=Reinhold')).body.items as { id: string }[];
    const moved = (await lead.get('t/aldermoor/accounts?q=Aurora')).body.items as { id: string }[];
    const [pair] = (await (await product.as('marcus')).get('t/aldermoor/accounts/duplicates')).body.items as {
      one: { id: string };
      other: { id: string };
    }[];
    const [survivor] = (await lead.get('t/aldermoor/accounts?q=Alpenglas')).body.items as { id: string }[];
    const [newest, , older] = audits;
    pages = {
      home: '',
      audits: 'audits',
      'audit-results': `audits/${newest!.id}`,
      'audit-answers': `audits/${newest!.id}/answer`,
      'audit-compare': `audits/compare?from=${older!.id}&to=${newest!.id}`,
      portfolio: 'portfolio',
      matrix: 'portfolio?tab=matrix',
      account: `portfolio/${account!.id}`,
      'account-scores': `portfolio/${account!.id}?tab=scores`,
      'account-categories': `portfolio/${moved[0]!.id}?tab=categories`,
      plans: 'plans',
      plan: `plans/${account!.id}`,
      'plan-compare': `plans/${account!.id}/compare?from=1&to=2`,
      board: 'board',
      history: 'history',
      'history-as-at': 'history?asAt=2025-09-01T09:00:00.000Z',
      policy: 'policy',
    };
    governance = {
      health: 'portfolio/health',
      groups: 'portfolio/views',
      candidates: 'portfolio/views?tab=candidates',
      movement: 'portfolio/views?tab=movement',
      rounds: 'portfolio/rounds',
      categories: 'portfolio/categories',
      entitlement: 'portfolio/entitlement',
      exits: 'portfolio/moves',
      resources: 'portfolio/moves?tab=resources',
      offerings: 'portfolio/offerings',
      duplicates: 'portfolio/duplicates',
      merge: `portfolio/${pair!.one.id}/merge?into=${pair!.other.id}`,
      'account-survivor': `portfolio/${survivor!.id}?tab=relationships`,
      'account-scorers': `portfolio/scoring/${survivor!.id}`,
      'account-overview': `portfolio/${moved[0]!.id}`,
      'account-contacts': `portfolio/${account!.id}?tab=contacts`,
      'account-relationships': `portfolio/${account!.id}?tab=relationships`,
      'account-knowledge': `portfolio/${account!.id}?tab=knowledge`,
      'account-team': `portfolio/${account!.id}?tab=team`,
      'account-as-at': `portfolio/${moved[0]!.id}?asAt=2025-09-01T09:00:00.000Z`,
      tasks: 'tasks',
      notices: 'notices',
    };
    if (pictures) mkdirSync(pictures, { recursive: true });
  });

  afterAll(async () => {
    await browser?.close();
    await product?.dispose();
  });

  it.each(looks)('has no serious accessibility violation and fits its width: $width px, $scheme', async (look) => {
    expect(await problemsOf(pages, look)).toEqual({});
  });

  it.each(looks)('is as readable where a portfolio is governed: $width px, $scheme', async (look) => {
    expect(await problemsOf(governance, look)).toEqual({});
  });

  it.each(looks)(
    'shows the tenant administrator and the sign-in page as readable: $width px, $scheme',
    async (look) => {
      const { page, context } = await openWindow(browser, look);
      await page.goto(product.url);
      await page.getByRole('button', { name: /Tessa/ }).waitFor();
      const signInPage = await seriousViolations(page);
      await signIn(page, product.url, 'Tessa Lindqvist');
      const found: Record<string, string[]> = signInPage.length > 0 ? { signInPage } : {};
      for (const path of ['administration', 'administration?tab=people', 'administration?tab=access']) {
        await open(page, path);
        const problems = await problemsOn(page);
        if (problems.length > 0) found[path] = problems;
      }
      await context.close();
      expect(found).toEqual({});
    },
  );

  /** By the name of the page; those without a problem are left out. */
  async function problemsOf(some: Readonly<Record<string, string>>, look: Look): Promise<Record<string, string[]>> {
    const { page, context } = await openWindow(browser, look);
    await signIn(page, product.url, 'Priya Raman');
    const found: Record<string, string[]> = {};
    for (const [name, path] of Object.entries(some)) {
      await open(page, path);
      if (pictures && look.width === 1440 && documented.includes(name)) {
        await page.screenshot({ path: join(pictures, `${name}.png`) });
      }
      const problems = await problemsOn(page);
      if (problems.length > 0) found[name] = problems;
    }
    await context.close();
    return found;
  }

  async function problemsOn(page: Page): Promise<string[]> {
    const problems = await seriousViolations(page);
    return (await scrollsSideways(page)) ? [...problems, 'scrolls sideways'] : problems;
  }

  function open(page: Page, path: string): Promise<void> {
    return openPage(page, `${product.url}/t/aldermoor/${path}`);
  }
});
