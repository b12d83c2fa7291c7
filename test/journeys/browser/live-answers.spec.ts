import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, windowOf } from '../../support/browser';
import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

jest.setTimeout(600_000);

const told = 'A colleague has just changed something here; the page shows it.';

describe('an open page shows what a colleague decides', () => {
  let product: ProductUnderTest;
  let browser: Browser;
  let manager: Caller;
  let account: string;
  const failures: string[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: true }), openBrowser()]);
    manager = await product.as('ines');
    const [found] = (await manager.get('t/aldermoor/accounts?q=Norrland')).body.items;
    account = found.id;
  });
  afterEach(() => expect(failures.splice(0)).toEqual([]));
  afterAll(async () => {
    await browser?.close();
    await product?.dispose();
  });

  const as = (name: string) => windowOf(browser, product.url, name, failures);
  const open = (page: Page, path: string) => openPage(page, `${product.url}/t/aldermoor/${path}`);

  it('one proposes, the other approves, and both see it where they are, without loading the page anew', async () => {
    const proposer = await as('Inês Carvalho');
    await open(proposer, `portfolio/${account}`);
    await proposer.evaluate('window.scrollTo(0, 200)');
    const scrolled = await proposer.evaluate('window.scrollY');
    await proposer.getByRole('tab', { name: 'Overview' }).focus();
    const decider = await as('Priya Raman');
    await open(decider, '');
    const move = { category: 'star', effectiveOn: '2026-01-01', reason: 'Three tenders open in spring' };
    expect((await manager.post(`t/aldermoor/accounts/${account}/category-moves`, move)).status).toBe(201);

    await proposer.getByText(move.reason).waitFor();
    await proposer.getByText('A move waits for approval').waitFor();
    await decider.getByRole('link', { name: 'Inês Carvalho proposes to move Norrland Dairy' }).first().click();
    await decider.getByRole('button', { name: 'Approve' }).click();
    const heard = proposer.getByText(told).waitFor(); // said for some seconds only
    await decider.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await Promise.all([heard, decider.getByText(/^Star from/).waitFor()]);
    await proposer.getByText(/^Star from/).waitFor();
    expect(await proposer.getByText('A move waits for approval').count()).toBe(0);
    expect(await proposer.evaluate('window.scrollY')).toBe(scrolled);
    expect(await proposer.evaluate('document.activeElement.textContent')).toBe('Overview');
    await proposer.close();
    await decider.close();
  });

  it('keeps still while something is typed, and shows what came in between afterwards', async () => {
    const page = await as('Inês Carvalho');
    await open(page, `portfolio/${account}?tab=knowledge`);
    await page.getByRole('button', { name: 'Write a note' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Title').fill('What they told us on Monday');
    const note = { topic: 'research', title: 'The new plant opens in May', text: 'Said at the fair.', source: '' };
    const asked = page.waitForResponse((answer) => answer.url().includes('/history/changes?after='));
    const colleague = await product.as('marcus');
    expect((await colleague.post(`t/aldermoor/accounts/${account}/notes`, note)).status).toBe(201);
    await asked;
    const changes = await page.waitForResponse((answer) => answer.url().includes('/history/changes?after='));
    await changes.finished();
    expect(await page.getByText(note.title).count()).toBe(0);
    expect(await form.getByLabel('Title').inputValue()).toBe('What they told us on Monday');

    await form.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText(note.title).waitFor();
    await page.close();
  });

  it('leaves the past as it was', async () => {
    const page = await as('Inês Carvalho');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open(page, `portfolio/${account}?asAt=${encodeURIComponent(new Date(Date.now() - 60_000).toISOString())}`);
    await page.getByText(/nothing can be changed here/).waitFor();
    expect(asked.filter((url) => url.includes('/history/changes'))).toEqual([]);
    await page.close();
  });
});
