import 'reflect-metadata';
import { readConfiguration } from '@mainstay/configuration';
import { partitionOf } from '@mainstay/messaging-kafka';
import { events, projections } from '@mainstay/product';
import { rebuildProjection } from '@mainstay/read-store';
import { openStore } from './store';

/** `npm run rebuild -- <projection>` where projectors share the tenants: told by the same variables as they are. */
export async function rebuild([name]: readonly string[]): Promise<void> {
  try {
    const configuration = readConfiguration('projector', process.env);
    const { urls } = configuration.database;
    const store = await openStore(configuration);
    try {
      const shared = { partitions: configuration.kafka.partitions, partitionOf };
      const rebuilt = await rebuildProjection({ store, urls, projections, events, shared }, name ?? '');
      console.log(`Rebuilt ${name} from ${rebuilt.events} events in ${rebuilt.seconds.toFixed(1)} s.`);
    } finally {
      await store.close();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
