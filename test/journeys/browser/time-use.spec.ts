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
import { type ProductUnderTest, startProduct } from '../../support/product';

jest.setTimeout(600_000);

const looks: Look[] = [
  { width: 1440, scheme: 'light' },
  { width: 390, scheme: 'dark' },
];

describe('a manager’s time', () => {
  let product: ProductUnderTest;
  let browser: Browser;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: true }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.dispose();
  });

  const open = (page: Page, path: string) => openPage(page, `${product.url}/t/aldermoor/${path}`);

  it('is told by keyboard in a few steps, stays at 100 %, and shows at once in the own year', async () => {
    const { page, context, errors } = await openWindow(browser);
    await signIn(page, product.url, 'Inês Carvalho');
    await open(page, 'audits/time/enter');
    const shares = () =>
      page.locator('input[type=range]').evaluateAll((all) => all.map((one) => Number((one as HTMLInputElement).value)));
    const sum = async () => (await shares()).reduce((total, share) => total + share, 0);
    const before = await shares();

    const selling = page.getByRole('slider', { name: /^Selling/ });
    await selling.focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
    expect(await sum()).toBe(100);
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft');
    expect(await shares()).toEqual(before);

    await page.getByRole('button', { name: 'Keep Developing relationships as it is' }).click();
    await page.getByRole('textbox', { name: /^Selling/ }).fill('35');
    expect(await sum()).toBe(100);
    expect((await shares())[0]).toBe(before[0]);
    await page.getByRole('checkbox', { name: 'Pay rewards sales' }).check();
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('Recorded on').waitFor();

    await page.getByRole('link', { name: 'My time' }).click();
    await page.getByText(/Selling 35 %/).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it.each(looks)('can be read and told by everyone: $width px, $scheme', async (look) => {
    const found: Record<string, string[]> = {};
    const lookAt = async (name: string, paths: readonly string[]) => {
      const { page, context } = await openWindow(browser, look);
      await signIn(page, product.url, name);
      for (const path of paths) {
        await open(page, path);
        const problems = await seriousViolations(page);
        if (await scrollsSideways(page)) problems.push('scrolls sideways');
        if (problems.length > 0) found[path] = problems;
      }
      await context.close();
    };
    await lookAt('Carla Moretti', ['audits/time/enter', 'audits/time', 'audits/time/everybody']);
    await lookAt('Marcus Oyelaran', ['audits/time/team', 'audits/time/profile']);
    expect(found).toEqual({});
  });
});
