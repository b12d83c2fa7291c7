import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, windowOf } from '../../support/browser';
import { type ProductUnderTest, startProduct } from '../../support/product';

jest.setTimeout(600_000);

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const history = (page: Page) => page.getByRole('dialog', { name: /^History of/ });

describe('what is decided about an account, and what is forgotten of a person', () => {
  let product: ProductUnderTest;
  let browser: Browser;
  const failures: string[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: true }), openBrowser()]);
  });
  afterEach(() => expect(failures.splice(0)).toEqual([]));
  afterAll(async () => {
    await browser?.close();
    await product?.dispose();
  });

  const as = (name: string) => windowOf(browser, product.url, name, failures);
  const open = (page: Page, path: string) => openPage(page, `${product.url}/t/aldermoor/${path}`);
  const accountNamed = async (name: string): Promise<string> => {
    const [account] = (await (await product.as('priya')).get(`t/aldermoor/accounts?q=${name}`)).body.items;
    return `portfolio/${account.id}`;
  };
  const openAsAt = async (page: Page, path: string, asAt: string) => {
    await open(page, `${path}${path.includes('?') ? '&' : '?'}asAt=${encodeURIComponent(asAt)}`);
    await page.getByText(/nothing can be changed here/).waitFor();
  };

  it('a move for a day to come takes two people, and its history can be read by the Board', async () => {
    const account = await accountNamed('Ashdown');
    const soon = new Date(Date.now() + 35 * 86_400_000).toISOString().slice(0, 10);
    const coming = `Strategic from ${dayFormat.format(new Date(soon))}.`;
    const reason = 'Two launches of ours carry their next medicine';
    const before = new Date().toISOString();

    const head = await as('Marcus Oyelaran');
    await open(head, account);
    await head.getByRole('button', { name: 'Recategorise' }).click();
    const form = head.getByRole('dialog', { name: 'Recategorise Ashdown Pharma' });
    await form.getByRole('radio', { name: 'Strategic' }).check();
    await form.getByLabel('Takes effect on').fill(soon);
    await form.getByLabel(/^Reason/).fill(reason);
    await form.getByLabel('What moves with it').fill('One engineer for the launches');
    await form.getByRole('button', { name: 'Name a resource that moves' }).click();
    await form.getByLabel('How much').fill('40');
    await form.getByText('Nothing moves yet: somebody else approves or refuses it.').waitFor();
    await form.getByRole('button', { name: 'Propose the move' }).click();
    const waiting = head.getByRole('alert').filter({ hasText: 'A move waits for approval' });
    await waiting.getByText(reason).waitFor();
    await waiting.getByRole('button', { name: 'Withdraw' }).waitFor();
    expect(await waiting.getByRole('button', { name: /Approve|Refuse/ }).count()).toBe(0);
    expect(await head.getByText(coming).count()).toBe(0);

    const lead = await as('Priya Raman');
    await open(lead, '');
    await lead.getByRole('link', { name: /^Show all/ }).click();
    await lead.getByRole('link', { name: 'Marcus Oyelaran proposes to move Ashdown Pharma' }).click();
    await lead.getByRole('button', { name: 'Approve' }).click();
    const approval = lead.getByRole('dialog', { name: 'Approve the move of Ashdown Pharma' });
    await approval.getByText(/Ashdown Pharma moves from Star to Strategic/).waitFor();
    await approval.getByRole('button', { name: 'Approve' }).click();
    await lead.getByText(coming).waitFor();
    await lead.getByText(/^Star from/).waitFor();
    await open(head, account);
    await head.getByText(coming).waitFor();
    expect(await waiting.count()).toBe(0);

    const board = await as('Victor Hale');
    await open(board, `${account}?tab=categories`);
    await board.getByText(coming).waitFor();
    expect(await board.getByRole('button', { name: /Recategorise|Approve/ }).count()).toBe(0);
    await board.getByRole('button', { name: 'History', exact: true }).click();
    await history(board).getByText(reason).first().waitFor();
    for (const name of ['Marcus Oyelaran', 'Priya Raman']) {
      await history(board).getByText(name).first().waitFor();
    }

    await openAsAt(board, `${account}?tab=categories`, before);
    await board.getByText(/^Star from/).waitFor();
    await board.getByRole('button', { name: 'History', exact: true }).click();
    await history(board).getByRole('listitem').first().waitFor();
    for (const later of [coming, reason, 'A move waits for approval', 'One engineer for the launches']) {
      expect([later, await board.getByText(later).count()]).toEqual([later, 0]);
    }
    for (const page of [head, lead, board]) await page.close();
  });

  it('a person at a customer who is erased is named nowhere, not even in the past', async () => {
    const account = await accountNamed('Norrland');
    const name = 'Solveig Brattvåg';
    const page = await as('Inês Carvalho');
    const named = () => page.getByText(/Solveig|Brattvåg/);
    const find = async (text: string) => {
      await page.getByRole('button', { name: 'Find', exact: true }).click();
      await page.getByRole('combobox', { name: /^Find a page/ }).fill(text);
      return page.getByRole('dialog', { name: 'Find' });
    };

    await open(page, `${account}?tab=contacts`);
    await page.getByRole('button', { name: 'Add a contact' }).click();
    const adding = page.getByRole('dialog', { name: 'Add a contact' });
    await adding.getByLabel('Name').fill(name);
    await adding.getByLabel('E-mail').fill('solveig@norrland.example');
    await adding.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name }).click();
    await page.getByRole('dialog', { name }).getByRole('button', { name: 'We were in touch' }).click();
    const meeting = page.getByRole('dialog', { name: `We were in touch: ${name}` });
    await meeting.getByLabel('What about').fill('Solveig wants the cold chain first');
    await meeting.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/wants the cold chain first/).waitFor();
    await page.getByText('solveig@norrland.example').waitFor();
    await open(page, `${account}?tab=relationships`);
    await named().first().waitFor();
    await (await find('Brattvåg')).getByRole('option', { name }).waitFor();
    const known = new Date().toISOString();
    await openAsAt(page, `${account}?tab=contacts`, known);
    await page.getByRole('button', { name }).waitFor();

    await open(page, `${account}?tab=contacts`);
    await page.getByRole('button', { name }).click();
    await page.getByRole('dialog', { name }).getByRole('button', { name: 'Erase for good' }).click();
    const erasing = page.getByRole('dialog', { name: `Erase ${name}` });
    await erasing.getByLabel(/^Reason/).fill('Asked to be forgotten');
    await erasing.getByRole('button', { name: 'Save' }).click();
    const erased = page.getByRole('dialog', { name: 'Erased person' });
    await erased.getByRole('button', { name: 'History' }).click();
    for (const told of ['Contact: added', 'Contact: met', 'Contact: erased', 'Asked to be forgotten']) {
      await history(page).getByText(told).waitFor();
    }
    expect(await named().count()).toBe(0);

    await open(page, `${account}?tab=contacts`);
    await page.getByRole('button', { name: 'Erased person' }).first().waitFor();
    expect(await named().count()).toBe(0);
    await open(page, `${account}?tab=relationships`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await named().count()).toBe(0);
    await (await find('Brattvåg')).getByText(/^Nothing found/).waitFor();
    await openAsAt(page, `${account}?tab=contacts`, known);
    await page.getByRole('button', { name: 'Erased person' }).first().click();
    await erased.getByText('Times we were in touch').waitFor();
    expect(await page.getByText(/Solveig|Brattvåg|cold chain first/).count()).toBe(0);
    await page.close();
  });
});
