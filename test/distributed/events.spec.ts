import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PostgresEventStore, roleUrls } from '@mainstay/event-store-postgres';
import { type RecordedEvent, START } from '@mainstay/event-sourcing';
import { asText, toMessage } from '@mainstay/messaging-kafka';
import { events } from '@mainstay/product';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { DATABASE, passwords } from '../../apps/all-in-one/src/database';
import { DataFolder } from '../../apps/all-in-one/src/start/data-folder';
import { type ProductUnderTest, startProduct } from '../support/product';

describe('The events of the demo enterprise', () => {
  let product: ProductUnderTest | undefined;
  let store: PostgresEventStore | undefined;
  let recorded: readonly RecordedEvent[];

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    const folder = new DataFolder(product.dataFolder);
    const superuser = `postgres://postgres@127.0.0.1:${folder.running()!.postgresPort}/postgres`;
    store = new PostgresEventStore({ urls: roleUrls(superuser, DATABASE, passwords(folder.secrets())) });
    recorded = (await store.readFeed(START, 1_000_000)).events;
  }, 300_000);
  afterAll(async () => {
    await store?.close();
    await product?.dispose();
  });

  it('are, as messages, what the published description says', () => {
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    const file = join(__dirname, '../../docs/events/asyncapi.json');
    ajv.addSchema(JSON.parse(readFileSync(file, 'utf8')) as object, 'events');
    const wrong = new Map<string, string>();
    for (const event of recorded) {
      const { headers, value } = toMessage(asText(event));
      for (const [part, content] of Object.entries({ headers, payload: JSON.parse(value) as unknown })) {
        const validate = ajv.getSchema(`events#/components/messages/${event.type}/${part}`)!;
        if (!validate(content)) wrong.set(`${event.type} ${part}`, ajv.errorsText(validate.errors));
      }
    }
    expect(Object.fromEntries(wrong)).toEqual({});
  });

  it('are of most of the types there are', () => {
    const types = events.flatMap((table) => Object.keys(table));
    const told = new Set(recorded.map(({ type }) => type));
    expect(told.size).toBeGreaterThan(types.length / 2);
    expect([...told].filter((type) => !types.includes(type))).toEqual([]);
  });
});
