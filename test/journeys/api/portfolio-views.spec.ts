import { type ProductUnderTest, startProduct } from '../../support/product';

describe('views of the portfolio', () => {
  let product: ProductUnderTest;
  const at = (path: string) => `t/aldermoor/${path}`;
  const weights = { plan: 3, contact: 1, level: 1, alignment: 1, growth: 1, readiness: 1 };
  let account: string;

  beforeAll(async () => {
    product = await startProduct();
    const marcus = await product.as('marcus');
    const ines = await product.as('ines');
    const leadId = (await ines.get(at('me'))).body.person.id;
    const { body } = await marcus.post(at('accounts'), {
      ...{ code: 'K-1', name: 'Norrland Dairy', leadId, countries: ['SE', 'DE'], spend: 500, growth: 5 },
    });
    account = body.id;
    await marcus.post(at(`accounts/${account}/relationship-levels`), {
      ...{ level: 'commodity', effectiveOn: '2025-01-01', reason: 'One of many' },
    });
  }, 120_000);
  afterAll(() => product?.dispose());

  it('the health of an account is told with its parts, and listed and downloaded', async () => {
    const ines = await product.as('ines');
    const { body } = await ines.get(at(`accounts/${account}/health`));
    expect(body).toMatchObject({ parts: { plan: null, growth: 75 }, weights: { plan: 1 } });
    expect((await ines.get(at('portfolio/health?mine=true'))).body).toMatchObject({
      total: 1,
      items: [{ name: 'Norrland Dairy' }],
    });
    expect((await ines.get(at('portfolio/health/export?format=csv'))).status).toBe(200);
    expect((await ines.get(at('accounts/nobody/health'))).status).toBe(404);
    expect((await ines.get(at('portfolio/health?band=splendid'))).status).toBe(400);
  });

  it('those who manage the enterprise weigh the parts, with a reason', async () => {
    const tessa = await product.as('tessa');
    const ines = await product.as('ines');
    const body = { ...weights, reason: 'Plans come first here' };
    expect((await ines.put(at('enterprise/health-weights'), body)).status).toBe(403);
    expect((await tessa.put(at('enterprise/health-weights'), { ...body, reason: '' })).status).toBe(422);
    expect((await tessa.put(at('enterprise/health-weights'), { ...body, plan: 11 })).status).toBe(400);
    expect((await tessa.put(at('enterprise/health-weights'), body)).status).toBe(200);
    expect((await tessa.get(at('enterprise'))).body.healthWeights).toEqual(weights);
  });

  it('an account in two countries is in both groups, and once in the total', async () => {
    const marcus = await product.as('marcus');
    const { groups, total } = (await marcus.get(at('portfolio/views?by=country'))).body;
    expect(groups.map(({ key }: { key: string }) => key).sort()).toEqual(['DE', 'SE']);
    expect(total).toMatchObject({ accounts: 1, spend: 500 });
    expect((await marcus.get(at('portfolio/views?by=colour'))).status).toBe(400);
  });

  it('movement is told on either clock, and opens into its accounts', async () => {
    const marcus = await product.as('marcus');
    for (const clock of ['effective', 'recorded']) {
      const { flows } = (await marcus.get(at(`portfolio/movement?clock=${clock}`))).body;
      expect(flows).toEqual([{ from: 'prospect', to: 'prospect', accounts: 1, spend: 500 }]);
    }
    const opened = await marcus.get(at('portfolio/movement/accounts?before=prospect&after=prospect'));
    expect(opened.body.items).toMatchObject([{ name: 'Norrland Dairy' }]);
    expect((await marcus.get(at('portfolio/movement?from=2026-01-01&to=2025-01-01'))).status).toBe(400);
  });

  it('candidates for de-selection are none while nobody is a key account', async () => {
    const marcus = await product.as('marcus');
    expect((await marcus.get(at('portfolio/de-selection'))).body).toEqual({ items: [], total: 0, next: null });
    expect((await marcus.get(at('portfolio/de-selection?sort=-since&limit=1'))).status).toBe(200);
    expect((await marcus.get(at('portfolio/de-selection?sort=mood'))).status).toBe(400);
    const file = await marcus.get(at('portfolio/de-selection/export?format=csv&sort=-since'));
    expect(file).toMatchObject({ status: 200, text: expect.stringContaining('Code,Name,Category,') as string });
    const sheet = await marcus.get(at('portfolio/de-selection/export?format=xlsx'));
    expect(sheet.headers['content-disposition']).toContain('de-selection-candidates');
    expect((await marcus.get(at('portfolio/de-selection/export?sort=mood'))).status).toBe(400);
  });
});
