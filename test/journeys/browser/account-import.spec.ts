import { encode } from 'iconv-lite';
import type { Browser, Page } from 'playwright-core';
import { demoPeople } from '../../../apps/all-in-one/src/demo/people';
import { openBrowser, windowOf } from '../../support/browser';
import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

jest.setTimeout(600_000);

const tenant = 't/aldermoor';
/** As an enterprise resource planning system exports it on a German machine, with what people left behind in it. */
const messy = encode(
  [
    ['Kd.-Nr.', 'Kundenname', 'Land', 'Umsatz', 'Kundenbetreuer', 'Farbe'],
    ['M-100', '"Müller & Söhne\r\nGmbH"', 'Deutschland', '1.234.567,89', 'Carvalho, Inês', 'rot'],
    ['M-101', 'Müller Österreich', 'AT', '12,5', '', 'blau'],
    ['M-101', 'Müller Österreich', 'AT', '12,5', '', 'blau'],
    ['M-102', 'Ohne Zahl', 'DE', 'viel', '', ''],
    ['M-103', 'Ohne Betreuer', 'DE', '7', 'Niemand Bekannt', ''],
  ]
    .map((line) => line.join(';'))
    .join('\r\n'),
  'windows-1252',
);

describe('a messy file of accounts in the browser', () => {
  let product: ProductUnderTest;
  let browser: Browser;
  let head: Page;
  let administrator: Caller;
  const failures: string[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), openBrowser()]);
    administrator = await product.as('tessa');
    for (const { id, name, email, memberships } of demoPeople) {
      const role = memberships['aldermoor'];
      if (role) await administrator.post(`${tenant}/people`, { personId: id, name, email, role });
    }
    head = await windowOf(browser, product.url, 'Marcus Oyelaran', failures);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.dispose();
  });

  const accounts = async () =>
    (await administrator.get(`${tenant}/accounts?archived=with`)).body.items as { name: string }[];

  it('asks for the column that holds the code, and then tells what would happen, row by row', async () => {
    await head.goto(`${product.url}/${tenant}/portfolio/import`);
    await head.locator('input[type=file]').setInputFiles({ name: 'kunden.csv', mimeType: 'text/csv', buffer: messy });
    await head.getByText('Say which column holds the code of the account.').waitFor();
    await head.getByRole('combobox', { name: 'Code', exact: true }).click();
    await head.getByRole('option', { name: /Kd\.-Nr\./ }).click();
    const preview = head.getByRole('region', { name: 'What the file would do' });
    await preview.getByText('2 new accounts, 0 changed, 0 unchanged, 3 rows refused.').waitFor();
    await preview.getByRole('cell', { name: 'names the account M-101 again; row 3 does so first.' }).waitFor();
    await preview.getByRole('cell', { name: 'must be a number, which "viel" is not.' }).waitFor();
    await preview.getByRole('cell', { name: 'there is nobody called "Niemand Bekannt".' }).waitFor();
    await preview.getByRole('row', { name: /Müller & Söhne.*Germany|Müller & Söhne.*DE/ }).waitFor();
    expect(await accounts()).toEqual([]);
  });

  it('imports the sound rows once the person leaves the others out, and shows the result', async () => {
    const submit = head.getByRole('button', { name: 'Import 2 accounts' });
    expect(await submit.isDisabled()).toBe(true);
    await head.getByLabel('Leave these rows out and import the others').check();
    await head.getByLabel('Reason').fill('Taken over from the billing system');
    await submit.click();
    await head.getByRole('heading', { level: 1, name: 'Import of kunden.csv' }).waitFor();
    await head.getByText('2 new accounts, 0 changed.').waitFor();
    await head.getByRole('link', { name: /Müller & Söhne/ }).click();
    await head.getByRole('heading', { level: 1, name: /Müller & Söhne/ }).waitFor();
    await head.getByText('€1,234,568').first().waitFor();
    await head.getByText('Inês Carvalho').first().waitFor();
  });

  it('is undone with a reason, and stands in the list of imports as undone', async () => {
    await head.goBack();
    await head.getByRole('button', { name: 'Undo' }).click();
    const drawer = head.getByRole('dialog');
    await drawer.getByLabel('Reason').fill('The file of last year');
    await drawer.getByRole('button', { name: 'Undo' }).click();
    await head.getByText('2 of 2 accounts were taken back.').waitFor();
    await head.goto(`${product.url}/${tenant}/portfolio/import`);
    await head.getByRole('row', { name: /kunden.csv.*Undone/ }).waitFor();
    expect((await administrator.get(`${tenant}/accounts`)).body.total).toBe(0);
    expect(failures).toEqual([]);
  });
});
