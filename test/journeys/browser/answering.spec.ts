import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { demoPeople } from '../../../apps/all-in-one/src/demo/people';
import { openBrowser, windowOf } from '../../support/browser';
import { type ProductUnderTest, startProduct } from '../../support/product';

jest.setTimeout(600_000);

const tenant = 't/aldermoor';

/** Answering by keyboard alone, with files, a question and a reminder between the assessor and the lead. */
describe('answering an audit', () => {
  let product: ProductUnderTest;
  let browser: Browser;
  let address: string;
  const failures: string[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), openBrowser()]);
    const [administrator, lead] = await Promise.all([product.as('tessa'), product.as('priya')]);
    for (const { id, name, email, memberships } of demoPeople) {
      const role = memberships['aldermoor'];
      if (role) await administrator.post(`${tenant}/people`, { personId: id, name, email, role });
    }
    const amara = demoPeople.find(({ username }) => username === 'amara')!.id;
    const opening = { scope: { kind: 'programme' }, title: 'Audit of the autumn', auditDate: '2026-07-01' };
    const id = (await lead.post(`${tenant}/audits`, opening)).body.id as string;
    const assignments = [{ personId: amara, part: { kind: 'period', phase: 'A', period: 1 }, dueOn: '2026-07-15' }];
    expect((await lead.put(`${tenant}/audits/${id}/assignments`, { assignments })).status).toBe(200);
    address = `${product.url}/${tenant}/audits/${id}`;
  });

  afterAll(async () => {
    await browser?.close();
    await product?.dispose();
  });

  const as = (name: string) => windowOf(browser, product.url, name, failures);
  const row = (page: Page, id: string) => page.locator(`#action-${id}`);
  /** A key has led into a field, which takes what is typed from now on. */
  const inField = (page: Page) => page.locator('textarea:focus, input:focus').waitFor();
  const pressed = (page: Page, id: string) => row(page, id).locator('button[aria-pressed="true"]').textContent();

  it('is remembered by the lead, who sees who is behind', async () => {
    const lead = await as('Priya Raman');
    await lead.goto(`${address}?tab=review`);
    await lead.getByRole('button', { name: 'Remind Amara Nwosu' }).click();
    const drawer = lead.getByRole('dialog');
    await drawer.getByRole('textbox').fill('Before the Board meets, please');
    await drawer.getByRole('button', { name: 'Remind' }).click();
    await lead.getByText('last reminded').waitFor();
    await lead.close();
  });

  it('goes from the bell to the first open action, and on by keyboard alone', async () => {
    const page = await as('Amara Nwosu');
    await page.getByRole('button', { name: /^Tasks: / }).click();
    await page.getByRole('menuitem', { name: /Priya Raman reminds you/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Answering' }).waitFor();
    await row(page, 'A1-01').waitFor();
    await page.keyboard.press('2');
    await row(page, 'A1-01').getByText('saved').waitFor();
    expect(await pressed(page, 'A1-01')).toBe('2');

    await page.keyboard.press('e');
    await inField(page);
    await page.keyboard.type('Minutes of the steering group');
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    await inField(page);
    await page.keyboard.type('https://intranet.example/minutes');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'https://intranet.example/minutes' }).waitFor();
    await page.keyboard.press('Escape');
    await row(page, 'A1-01').getByText('saved').waitFor();

    await page.keyboard.press('3');
    await page.getByLabel('Why does the answer change?').fill('The charter was found');
    await page.keyboard.press('Control+Enter');
    await row(page, 'A1-01').getByText('saved').waitFor();
    expect(await pressed(page, 'A1-01')).toBe('3');

    await page.keyboard.press('j');
    await page.keyboard.press('n');
    await page.getByLabel('Not relevant, because').fill('No rival serves these customers');
    await page.keyboard.press('Control+Enter');
    await row(page, 'A1-02').getByText('saved').waitFor();
    expect(await pressed(page, 'A1-02')).toBe('N/R');
    await page.close();
  });

  it('keeps files beside the action, refuses one over 20 MB in words, and gives them back', async () => {
    const page = await as('Amara Nwosu');
    await page.goto(`${address}/answer?action=A1-01`);
    const folder = mkdtempSync(join(tmpdir(), 'mainstay-files-'));
    const file = (name: string, size: number) => {
      writeFileSync(join(folder, name), Buffer.alloc(size, 'x'));
      return join(folder, name);
    };
    const files = [file('large.txt', 20 * 1_048_576 + 1), file('minutes.txt', 1_000)];
    await page.locator('input[type=file][multiple]').setInputFiles(files);
    await page.getByRole('alert').getByText('large.txt has 20 MB. A file may have at most 20 MB.').waitFor();
    const beside = page.getByRole('region', { name: 'Files' });
    const download = page.waitForEvent('download');
    await beside.getByRole('button', { name: 'minutes.txt' }).click();
    expect((await download).suggestedFilename()).toBe('minutes.txt');
    await beside.getByRole('button', { name: 'Withdraw' }).click();
    await beside.getByLabel('Why is minutes.txt withdrawn?').fill('Of another customer');
    await beside.getByRole('button', { name: 'Withdraw' }).last().click();
    await beside.getByText('Withdrawn because: Of another customer').waitFor();
    await page.close();
    rmSync(folder, { recursive: true });
  });

  it('shows the parts of others, and lets nothing be answered there', async () => {
    const page = await as('Amara Nwosu');
    await page.goto(`${address}/answer?action=B1-01`);
    await page.getByText('This action belongs to a part that is not assigned to you').waitFor();
    expect(
      await row(page, 'B1-01')
        .getByRole('button', { name: /^Score 2/ })
        .isDisabled(),
    ).toBe(true);
    await page.getByRole('button', { name: /^Mine, / }).click();
    await row(page, 'B1-01').waitFor({ state: 'detached' });
    await page.close();
  });

  it('brings a question to whom it names, and the answer back', async () => {
    const amara = await as('Amara Nwosu');
    await amara.goto(`${address}/answer?action=A1-01`);
    await amara.getByLabel('Comment or question').waitFor();
    await amara.keyboard.press('c');
    await inField(amara);
    await amara.keyboard.type('Does the draft count, @Priya Raman?');
    await amara.getByRole('button', { name: 'Ask', exact: true }).click();
    await amara.getByText('Question: open').waitFor();

    const lead = await as('Priya Raman');
    await lead.getByRole('button', { name: /^Tasks: / }).waitFor();
    await lead.keyboard.press('t');
    await lead.getByRole('link', { name: /Amara Nwosu asks you/ }).click();
    await lead.getByRole('button', { name: 'Answer', exact: true }).click();
    await lead.getByLabel('Answer to Amara Nwosu').fill('Once it is approved.');
    await lead.keyboard.press('Control+Enter');
    await lead.getByText('Once it is approved.').waitFor();
    await lead.close();

    await amara.reload();
    await amara.getByText('Once it is approved.').waitFor();
    await amara.getByRole('button', { name: 'Settle', exact: true }).click();
    await amara.getByText('Question: settled').waitFor();
    await amara.close();
  });

  it('and no page of it had an error', () => {
    expect(failures).toEqual([]);
  });
});
