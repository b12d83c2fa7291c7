import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser, windowOf } from '../../support/browser';
import { demoPeople } from '../../../apps/all-in-one/src/demo/people';
import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

jest.setTimeout(600_000);

const tenant = 't/aldermoor';
const evidence = { evidence: 'Minutes of the steering group', evidenceOn: '2026-06-01' };

/** An audit as its people meet it: given out in parts, answered by two, reviewed and signed off by the lead. */
describe('an audit from its assignment to its sign-off', () => {
  let product: ProductUnderTest;
  let browser: Browser;
  const failures: string[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), openBrowser()]);
    const administrator = await product.as('tessa');
    for (const { id, name, email, memberships } of demoPeople) {
      const role = memberships['aldermoor'];
      if (role) await administrator.post(`${tenant}/people`, { personId: id, name, email, role });
    }
  });

  afterAll(async () => {
    await browser?.close();
    await product?.dispose();
  });

  const as = (name: string) => windowOf(browser, product.url, name, failures);
  const openAudit = async (page: Page, path = '') => {
    await page.goto(`${product.url}/t/aldermoor/audits${path}`);
    if (!path) await page.getByRole('link', { name: 'Audit of the autumn' }).click();
    await page.getByRole('heading', { level: 1, name: 'Audit of the autumn' }).waitFor();
  };
  /** The nth line of the drawer's parts. */
  const line = (drawer: Locator, n: number) => drawer.getByRole('listitem').nth(n);

  it('is opened by the lead in two parts with due dates, and says that nothing is left over', async () => {
    const lead = await as('Priya Raman');
    await lead.goto(`${product.url}/t/aldermoor/audits`);
    await lead.getByRole('button', { name: 'Open an audit' }).first().click();
    const drawer = lead.getByRole('dialog');
    await drawer.getByLabel('Title').fill('Audit of the autumn');
    await drawer.getByLabel('Date of the audit').fill('2026-07-01');
    await drawer.getByRole('button', { name: 'By parts' }).click();
    await drawer.getByText('129 actions are assigned to nobody.').waitFor();
    await line(drawer, 0).getByLabel('Assessor').selectOption('Amara Nwosu');
    await line(drawer, 0).getByLabel('Due').fill('2026-07-15');
    await drawer.getByRole('button', { name: 'Add a part' }).click();
    await line(drawer, 1).getByLabel('Assessor').selectOption('Ruth Abara');
    await line(drawer, 1).getByLabel('Part').selectOption('Processes');
    await drawer.getByText('Every action is assigned.').waitFor();
    await drawer.getByRole('button', { name: 'Open an audit' }).click();
    await lead.getByRole('heading', { level: 1, name: 'Audit of the autumn' }).waitFor();
    await lead.getByRole('tab', { name: 'Review' }).click();
    await lead.getByRole('row', { name: /Ruth Abara.*Processes.*0 of 29/ }).waitFor();
    await lead.getByRole('row', { name: /Amara Nwosu.*Whole audit.*overdue/i }).waitFor();
    await lead.close();
  });

  it('is answered by both, each in the own part', async () => {
    const [first, second] = await Promise.all([product.as('amara'), product.as('ruth')]);
    const id = (await first.get(`${tenant}/audits`)).body.items[0].id as string;
    const actions = (await (await fetch(`${product.url}/api/catalogues/phase-audit/2`)).json()) as {
      actions: { id: string; stream: string }[];
    };
    for (const { id: action, stream } of actions.actions) {
      const by: Caller = stream === 'processes' ? second : first;
      const body = action === 'A1-01' ? { score: 3 } : { score: 2, ...evidence };
      expect((await by.put(`${tenant}/audits/${id}/answers/${action}`, body)).status).toBe(200);
    }
    expect((await second.put(`${tenant}/audits/${id}/answers/A1-01`, { score: 1 })).status).toBe(403);
  });

  it('is signed off by the lead once every hint is accepted, with the effect in numbers', async () => {
    const lead = await as('Priya Raman');
    await openAudit(lead);
    await lead.getByRole('tab', { name: 'Review' }).click();
    await lead.getByText('Complete without evidence').waitFor();
    expect(await lead.getByRole('button', { name: 'Sign off' }).isDisabled()).toBe(true);
    for (const box of await lead.getByLabel(/^Accept (it|all)/).all()) await box.check();
    await lead.getByText('Ready to be signed off.').waitFor();
    await lead.getByRole('button', { name: 'Sign off' }).click();
    const drawer = lead.getByRole('dialog');
    await drawer.getByText(/129 answers, 259 of 387, \d+ hints accepted\./).waitFor();
    await drawer.getByLabel('Note').fill('Agreed in the steering group');
    await drawer.getByRole('button', { name: 'Sign off' }).click();
    await lead.getByRole('region', { name: 'Signed off' }).getByText('Priya Raman').waitFor();
    await lead.getByText('The answers are still the very ones that were signed.').waitFor();
    expect(await lead.getByRole('button', { name: 'Assign' }).count()).toBe(0);
    await lead.close();
  });

  it('then takes no answer, and is reopened only with a reason', async () => {
    const assessor = await as('Amara Nwosu');
    await openAudit(assessor);
    await assessor.getByRole('region', { name: 'Signed off' }).waitFor();
    expect(await assessor.getByRole('button', { name: /^Answer$/ }).count()).toBe(0);
    expect(await assessor.getByRole('button', { name: 'Reopen' }).count()).toBe(0);
    await assessor.close();

    const lead = await as('Priya Raman');
    await openAudit(lead);
    await lead.getByRole('button', { name: 'Reopen' }).click();
    const drawer = lead.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Reopen' }).click();
    await drawer.getByText('Say why').or(drawer.locator('[aria-invalid="true"]')).first().waitFor();
    await drawer.getByRole('textbox').fill('An interview was missed');
    await drawer.getByRole('button', { name: 'Reopen' }).click();
    await lead.getByRole('region', { name: 'Signed off' }).waitFor({ state: 'detached' });
    await lead.getByRole('tab', { name: 'Review' }).click();
    await lead.getByText('An interview was missed').waitFor();
    await lead.close();
  });

  it('starts the next audit with its answers to confirm, which count nothing until they are', async () => {
    const lead = await as('Priya Raman');
    await lead.goto(`${product.url}/t/aldermoor/audits`);
    await lead.getByRole('button', { name: 'Open an audit' }).click();
    const drawer = lead.getByRole('dialog');
    await drawer.getByLabel('Title').fill('Audit of the next autumn');
    await drawer.getByLabel('Date of the audit').fill('2026-09-01');
    await drawer.getByLabel('Start from').selectOption({ index: 1 });
    await drawer.getByRole('combobox', { name: 'Assessors' }).or(drawer.getByLabel('Assessors')).first().click();
    await lead.getByRole('option', { name: 'Amara Nwosu' }).click();
    await lead.keyboard.press('Escape');
    await drawer.getByRole('button', { name: 'Open an audit' }).click();
    await lead.getByRole('heading', { level: 1, name: 'Audit of the next autumn' }).waitFor();
    const address = new URL(lead.url()).pathname;
    await lead.close();

    const assessor = await as('Amara Nwosu');
    await assessor.goto(`${product.url}${address}?tab=answers&state=unconfirmed&phase=A&period=1`);
    await assessor.getByText('Not confirmed: counts nothing yet').first().waitFor();
    await assessor.getByRole('button', { name: 'Confirm the 7 shown' }).click();
    await assessor.getByText('7 answers confirmed').waitFor();
    await assessor.getByText('No action matches these filters.').waitFor();
    await assessor.getByText('7 of 129').first().waitFor();
    await assessor.close();
    expect(failures).toEqual([]);
  });
});
