import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { asked, catalogueKind } from './catalogue-kind';
import { catalogueKindOf, catalogueKinds, catalogueVersionOf, publishedSchema, schemaNames } from './registry';
import { sizeOf } from './size';

const folder = join(__dirname, '../../../../../docs/schemas');
const fileOf = (name: string) => join(folder, `${name}.schema.json`);

describe('the catalogues', () => {
  it.each([
    ['phase-audit', [1, 2], 129, 387],
    ['organisation-assessment', [1], 45, 135],
    ['litmus', [1], 16, null],
    ['time-allocation', [1], 12, null],
    ['selling-drivers', [1], 5, null],
  ])('%s has the versions %j, asks %i things worth %p', (kind, versions, count, maximum) => {
    const catalogue = catalogueKindOf(kind);
    expect(catalogue.versions.map(({ version }) => version)).toEqual(versions);
    for (const { items } of catalogue.versions) {
      expect(sizeOf(items)).toEqual({ asked: count, maximum });
    }
  });

  it('asks in the litmus tests 6 about the customer, 5 about the organisation and 5 about the manager', () => {
    const { items } = catalogueVersionOf(catalogueKindOf('litmus'));
    const sections = items.filter(({ sort }) => sort === 'asked').map(({ section }) => section);
    expect([...new Set(sections)].map((section) => sections.filter((one) => one === section).length)).toEqual([
      6, 5, 5,
    ]);
  });

  it('let every description belong to something asked', () => {
    for (const { items } of catalogueKinds.flatMap(({ versions }) => versions)) {
      const things = new Set(items.filter(({ sort }) => sort === 'asked').map(({ id }) => id));
      for (const { of } of items) expect(of === null || things.has(of)).toBe(true);
      expect(items.every(({ sort, of }) => (sort === 'description') === (of !== null))).toBe(true);
    }
  });

  it('are not found under a name or a version that was never published', () => {
    expect(() => catalogueKindOf('constructor')).toThrow('constructor');
    expect(() => catalogueVersionOf(catalogueKindOf('litmus'), 9)).toThrow('litmus:9');
    expect(() => publishedSchema('constructor')).toThrow('constructor');
  });

  it('are refused with an id that stands twice, or without their present version', () => {
    const schema = z.object({ version: z.int() });
    const item = asked({ id: 'x', label: 'X' });
    const stated = { kind: 'k', name: 'K', about: 'K.', schema, present: 1, versions: [{ version: 1 }] };
    expect(() => catalogueKind({ ...stated, items: () => [item, item] })).toThrow('an id twice');
    expect(() => catalogueKind({ ...stated, present: 2, items: () => [item] })).toThrow('present version 2');
  });
});

describe('the published schemas', () => {
  /** WRITE_SCHEMAS=1 writes docs/schemas anew instead of comparing. */
  it.each(schemaNames)('docs/schemas/%s.schema.json is what the product holds its catalogues to', (name) => {
    const text = `${JSON.stringify(publishedSchema(name), null, 2)}\n`;
    if (process.env['WRITE_SCHEMAS']) writeFileSync(fileOf(name), text);
    expect(JSON.parse(readFileSync(fileOf(name), 'utf8'))).toEqual(JSON.parse(text));
  });

  it('have no member by which the weight of an action could be said', () => {
    expect(JSON.stringify(publishedSchema('phase-audit'))).not.toMatch(/weight|maximum":\{|points/);
  });
});
