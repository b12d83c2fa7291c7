import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealed } from '@mainstay/personal-data';
import { events } from '@mainstay/product';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { dataSchema } from './data-schema';
import { asyncApiDocument } from './document';

const committed = JSON.parse(
  readFileSync(join(__dirname, '../../../../docs/events/asyncapi.json'), 'utf8'),
) as ReturnType<typeof asyncApiDocument>;

const validator = () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv;
};

describe('The published description of the events', () => {
  it('is what the event types say (npm run events:schema writes it anew)', () => {
    expect(committed).toEqual(JSON.parse(JSON.stringify(asyncApiDocument())));
  });

  it('is an AsyncAPI 3 document', () => {
    const file = require.resolve('@asyncapi/specs/schemas/3.0.0-without-$id.json');
    const validate = validator().compile(JSON.parse(readFileSync(file, 'utf8')) as object);
    validate(committed);
    expect(validate.errors).toBeNull();
  });

  it('has every event type of every context, and the watermark', () => {
    const types = events.flatMap((table) => Object.keys(table));
    expect(Object.keys(committed.components.messages).sort()).toEqual(['mainstay.Watermark', ...types].sort());
    expect(Object.keys(committed.channels.events.messages)).toEqual(Object.keys(committed.components.messages));
  });

  it('has a schema in it that validators understand, for each of them', () => {
    const ajv = validator().addSchema(committed, 'events');
    for (const name of Object.keys(committed.components.messages)) {
      expect(ajv.getSchema(`events#/components/messages/${name}/payload`)).toBeDefined();
      expect(ajv.getSchema(`events#/components/messages/${name}/headers`)).toBeDefined();
    }
  });
});

describe('The schema of an event’s data', () => {
  const schema = dataSchema(z.object({ name: sealed.nullable(), score: z.int(), note: z.string().optional() }));
  const validate = validator().compile(schema);

  it('accepts what the product records, and members that a later release adds', () => {
    const name = { enc: '1.a.b.c.d' };
    expect(validate({ name, score: 3 })).toBe(true);
    expect(validate({ name: null, score: 3, note: 'x', added: true })).toBe(true);
  });

  it('refuses what it never records', () => {
    expect(validate({ name: 'in clear', score: 3 })).toBe(false);
    expect(validate({ name: null })).toBe(false);
    expect(validate({ name: null, score: 3.5 })).toBe(false);
  });

  it('says which members are sealed', () => {
    expect(JSON.stringify(schema)).toContain('"title":"Sealed personal data"');
  });
});
