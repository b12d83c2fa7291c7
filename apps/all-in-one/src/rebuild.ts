import 'reflect-metadata';
import { PostgresEventStore } from '@mainstay/event-store-postgres';
import { rebuildProjection } from '@mainstay/read-store';
import { events, projections } from '@mainstay/product';
import { onEmbeddedDatabase } from './on-embedded-database';

/** `npm run rebuild -- <projection>`: works beside a running product, or alone on its data folder. */
export async function rebuild(args: readonly string[]): Promise<void> {
  const names = projections.map(({ name }) => name);
  const [name] = args;
  if (args.length !== 1 || !name || !names.includes(name)) {
    console.error(`Say which read model to rebuild: npm run rebuild -- <projection>\nThere are: ${names.join(', ')}.`);
    process.exit(1);
  }
  try {
    await onEmbeddedDatabase(async ({ urls }) => {
      const store = new PostgresEventStore({ urls });
      try {
        const { events: count, seconds } = await rebuildProjection({ store, urls, projections, events }, name);
        console.log(`Rebuilt ${name} from ${count} events in ${seconds.toFixed(1)} s.`);
      } finally {
        await store.close();
      }
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
