import type { RecordedEvent } from '@mainstay/event-sourcing';
import { TenantClock } from './clock';

const event = (recorded: number, tenant = 'acme') => ({ tenant, recorded: new Date(recorded) }) as RecordedEvent;

describe('the moments stamped on rows', () => {
  it('never go back within a tenant, and leave other tenants alone', () => {
    const clock = new TenantClock();
    const { stamps, moved } = clock.stamp([event(10), event(8), event(5, 'globex'), event(12)]);
    expect(stamps).toEqual([10, 10, 5, 12]);
    clock.keep(moved);
    expect(clock.stamp([event(11), event(6, 'globex')]).stamps).toEqual([12, 6]);
  });

  it('stay where they were when a batch was not kept', () => {
    const clock = new TenantClock();
    clock.stamp([event(10)]);
    expect(clock.stamp([event(8)]).stamps).toEqual([8]);
  });
});
