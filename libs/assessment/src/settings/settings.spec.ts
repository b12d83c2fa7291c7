import type { Recorded } from '@mainstay/event-sourcing';
import { changeSettings, defaultSettings, settings } from './settings';
import { settingsDescriptions } from './settings.descriptions';
import type { SettingsEvent } from './settings.events';

const reason = 'The Board wants four fifths and a half.';
const changed: SettingsEvent = {
  type: 'assessment.AssessmentSettingsChanged',
  data: { from: { threshold: 80 }, to: { threshold: 85 }, reason },
};

describe('changing the threshold of a reached period', () => {
  it('is 80 per cent until the enterprise says otherwise', () => {
    expect(defaultSettings).toEqual({ threshold: 80 });
  });

  it('records what held before, what holds now and why', () => {
    expect(changeSettings(defaultSettings, { threshold: 85, reason: ` ${reason} ` })).toEqual([changed]);
    expect(settings.evolve(defaultSettings, changed as Recorded<SettingsEvent>)).toEqual({ threshold: 85 });
  });

  it.each([0, 101, 82.5, Number.NaN])('refuses %p: a share is a whole per cent from 1 to 100', (threshold) => {
    expect(() => changeSettings(defaultSettings, { threshold, reason })).toThrow('from 1 to 100');
  });

  it('refuses a change without a reason', () => {
    expect(() => changeSettings(defaultSettings, { threshold: 85, reason: ' ' })).toThrow('reason: say why');
  });

  it('changes nothing when it is what holds already', () => {
    expect(changeSettings(defaultSettings, { threshold: 80, reason: '' })).toEqual([]);
  });

  it('is told in the audit history as one record of the tenant', () => {
    const recorded = { ...changed, tenant: 'acme' } as Recorded<SettingsEvent>;
    expect(settingsDescriptions['assessment.AssessmentSettingsChanged'](recorded)).toEqual({
      kind: 'assessment-settings',
      subject: { type: 'assessment-settings', id: 'acme' },
      before: { threshold: 80 },
      after: { threshold: 85 },
      why: reason,
    });
  });
});
