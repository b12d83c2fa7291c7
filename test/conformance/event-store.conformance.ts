import { backdating } from './event-store/backdating';
import { badInput } from './event-store/bad-input';
import { idempotentIds } from './event-store/idempotency';
import { ordering } from './event-store/ordering';
import type { Subject } from './event-store/subject';
import { tenants } from './event-store/tenants';
import { expectedVersions } from './event-store/versions';

/** What every event store must do, whatever it stands on. */
export function eventStoreConformance(name: string, start: () => Promise<Subject>): void {
  describe(name, () => {
    let subject: Subject;
    beforeAll(async () => void (subject = await start()));
    afterAll(() => subject.stop());

    for (const part of [expectedVersions, idempotentIds, tenants, badInput, backdating, ordering]) part(() => subject);
  });
}
