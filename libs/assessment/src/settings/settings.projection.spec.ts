import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { assessmentSettings } from './settings.projection';
import { AssessmentSettings } from './settings.queries';

describe('assessment settings', () => {
  let harness: ReadModelHarness;
  let settings: AssessmentSettings;
  let between: Date;

  const change = (from: number, to: number, tenant = 'acme') =>
    harness.append(
      'assessment.settings',
      tenant,
      [
        {
          type: 'assessment.AssessmentSettingsChanged',
          data: { from: { threshold: from }, to: { threshold: to }, reason: `to ${to}` },
        },
      ],
      { tenant },
    );

  beforeAll(async () => {
    harness = await readModelHarness({ projections: [assessmentSettings] });
    settings = new AssessmentSettings(harness.readStore);
    between = (await change(80, 70)).recorded;
    await change(70, 90);
    await change(80, 60, 'brack');
    await harness.whenCaughtUp();
  });
  afterAll(() => harness.close());

  it('are those of the product, at version 0, before anything was changed', async () => {
    expect(await settings.read(harness.context({ tenant: 'newcomer' }))).toEqual({
      version: 0,
      threshold: 80,
      changed: null,
    });
  });

  it('tell the last change with who and why, of the own tenant only', async () => {
    expect(await settings.read(harness.context())).toMatchObject({
      version: 2,
      threshold: 90,
      changed: { by: 'person-1', reason: 'to 90' },
    });
    expect((await settings.read(harness.context({ tenant: 'brack' }))).threshold).toBe(60);
  });

  it('read as at a past moment', async () => {
    expect((await settings.read(harness.context({ asAt: between }))).threshold).toBe(70);
    const before = new Date(between.getTime() - 1_000);
    expect((await settings.read(harness.context({ asAt: before }))).threshold).toBe(80);
  });

  it('are the same rows after a rebuild', () => harness.rebuildGivesSameRows());
});
