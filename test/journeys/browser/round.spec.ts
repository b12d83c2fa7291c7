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

describe('a round from opening to its picture of movement', () => {
  let product: ProductUnderTest;
  let browser: Browser;
  const base = () => `${product.url}/t/aldermoor`;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: true }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.dispose();
  });

  const open = (page: Page, path: string) => openPage(page, `${base()}/${path}`);
  const as = async (name: string, look?: Look) => {
    const { page, context, errors } = await openWindow(browser, look);
    await signIn(page, product.url, name);
    return { page, context, errors };
  };
  /** Several options of a field of the drawer, by the name of the field. */
  const choose = async (page: Page, field: string, names: readonly string[]) => {
    const input = page.locator(`input[data-path="${field}"]`);
    for (const name of names) {
      await input.click({ force: true });
      await page.getByRole('option', { name }).click();
    }
    await page.keyboard.press('Tab');
  };
  /** Answers every criterion alike, by keyboard. */
  const scoreAll = async (page: Page, score: number) => {
    const groups = page.locator('fieldset');
    await groups.first().waitFor();
    for (let at = 0; at < (await groups.count()); at++) {
      await groups.nth(at).locator(`input[value="${score}"]`).press('Space');
    }
    await page.getByRole('button', { name: 'Give your scores' }).click();
    await page
      .getByText(/are recorded/)
      .first()
      .waitFor();
  };

  it('the round of the demo can be read and used by everyone', async () => {
    const found: Record<string, string[]> = {};
    for (const look of looks) {
      const { page, context } = await as('Marcus Oyelaran', look);
      await open(page, 'portfolio/rounds');
      await page
        .getByRole('link', { name: /Yearly round/ })
        .first()
        .click();
      await page.getByRole('heading', { level: 1, name: /Yearly round/ }).waitFor();
      const round = new URL(page.url()).pathname.split('/').at(-1)!;
      const pages = ['', '?tab=scorers', '?tab=movement', '/score?account='].map(
        (rest) => `portfolio/rounds/${round}${rest}`,
      );
      for (const path of [...pages, 'portfolio?tab=matrix']) {
        await open(page, path);
        const problems = await seriousViolations(page);
        if (await scrollsSideways(page)) problems.push('scrolls sideways');
        if (problems.length > 0) found[`${look.width} ${path}`] = problems;
      }
      await context.close();
    }
    expect(found).toEqual({});
  });

  it('is closed, and the next one is opened, spread, scored, settled, decided and seen as movement', async () => {
    const head = await as('Marcus Oyelaran');
    const { page } = head;
    await open(page, 'portfolio/rounds');
    await page
      .getByRole('link', { name: /Yearly round/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Close the round' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/Reason/)
      .fill('The new criteria come first');
    await page.getByRole('dialog').getByRole('button', { name: 'Close the round' }).click();
    await page.getByText(/It was closed on/).waitFor();

    await open(page, 'portfolio/rounds');
    await page.getByRole('button', { name: 'Open a round' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name').fill('Prospects of the autumn');
    await choose(page, 'category', ['Prospect']);
    await form.getByLabel('Due on').fill('2999-12-31');
    await form.getByLabel(/What the round is for/).fill('Which of them become key accounts?');
    await form.getByRole('button', { name: 'Open the round' }).click();
    await page.getByRole('heading', { level: 1, name: 'Prospects of the autumn' }).waitFor();

    await page.getByRole('button', { name: 'Spread evenly' }).click();
    await choose(page, 'scorerIds', ['Inês Carvalho', 'Jonas Weber']);
    await page.getByRole('dialog').getByRole('button', { name: 'Spread evenly' }).click();
    await page.getByRole('link', { name: 'Inês Carvalho' }).waitFor();
    const round = new URL(page.url()).pathname.split('/').at(-1)!;

    const ines = await as('Inês Carvalho');
    await open(ines.page, 'tasks');
    await ines.page
      .getByText(/yours to score in Prospects of the autumn/)
      .first()
      .waitFor();
    await open(ines.page, `portfolio/rounds/${round}/score`);
    const account = await ines.page.getByRole('heading', { level: 2 }).first().innerText();
    await scoreAll(ines.page, 8);

    const jonas = await as('Jonas Weber');
    await open(jonas.page, `portfolio/rounds/${round}/score`);
    await jonas.page.getByRole('link', { name: account }).first().click();
    await jonas.page.getByText(/shows once you have given your own scores/).waitFor();
    expect(await jonas.page.getByRole('table', { name: 'What the scorers say' }).count()).toBe(0);
    await scoreAll(jonas.page, 5);

    await open(page, `portfolio/rounds/${round}?state=to-settle`);
    await page.getByRole('link', { name: account }).click();
    await page.getByText(/differ by three points or more on 11 criteria/).waitFor();
    for (const field of await page.getByRole('region', { name: 'Settle the scores' }).getByRole('textbox').all()) {
      if ((await field.inputValue()) === '') await field.fill('8');
    }
    await page.getByRole('button', { name: 'Settle the scores' }).click();
    await page.getByText(/Settled by Marcus Oyelaran/).waitFor();

    await open(page, `portfolio/rounds/${round}?state=move`);
    await page.getByRole('checkbox', { name: `Select ${account}` }).check();
    await page.getByRole('button', { name: 'Accept moves' }).click();
    const accept = page.getByRole('dialog');
    await accept.getByText(`${account}: Prospect → Strategic`).waitFor();
    await accept.getByLabel(/Reason/).fill('Both scorers see the same promise');
    await accept.getByRole('button', { name: 'Accept 1 move' }).click();
    await page.getByText('Moves accepted').first().waitFor();

    await open(page, `portfolio/rounds/${round}?tab=movement`);
    await page.getByRole('link', { name: '1 account from Prospect to Strategic' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: account }).waitFor();
    expect([head.errors, ines.errors, jonas.errors]).toEqual([[], [], []]);
    for (const { context } of [head, ines, jonas]) await context.close();
  });

  it('a bubble dragged in the matrix says what the move would take, and moves nothing', async () => {
    const { page, context, errors } = await as('Priya Raman');
    await open(page, 'portfolio?tab=matrix&q=Norrland');
    const bubble = page.getByRole('link', { name: /^Norrland Dairy: / });
    const before = await bubble.getAttribute('aria-label');
    const box = (await bubble.locator('circle').boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x - 60, box.y + 90, { steps: 6 });
    await page.mouse.up();
    await page.getByText(/Norrland Dairy would stand at attractiveness/).waitFor();
    await page.getByText(/→/).first().waitFor();
    expect(new URL(page.url()).searchParams.get('aim')).toBeTruthy();
    expect(await bubble.getAttribute('aria-label')).toBe(before);

    await open(page, 'portfolio?tab=matrix&q=Norrland');
    await bubble.focus();
    await page.keyboard.press('w');
    await page.getByText('Norrland Dairy stands there already.').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});
