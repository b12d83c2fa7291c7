import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processes } from './processes';
import { configurationPage } from './table';
import type { Section } from './variable';

const fields = Object.values(processes).flatMap((of) =>
  Object.values<Section>(of).flatMap((section) => Object.values(section.fields)),
);

describe('docs/configuration.md', () => {
  it('says what the processes read (npm run config:table writes it)', () => {
    expect(readFileSync(join(__dirname, '../../../docs/configuration.md'), 'utf8')).toBe(configurationPage());
  });

  it('tells every variable what it is for and what it must be', () => {
    for (const { name, description, rule } of fields) {
      expect({ name, description, rule }).toEqual({
        name: expect.stringMatching(/^[A-Z][A-Z0-9_]+$/),
        description: expect.stringMatching(/^[A-Z].*\.$/),
        rule: expect.stringMatching(/^must /),
      });
    }
  });

  it('knows one variable by each name, and defaults that keep their own rule', () => {
    const byName = new Map<string, (typeof fields)[number]>();
    for (const field of fields) {
      expect(byName.get(field.name) ?? field).toBe(field);
      byName.set(field.name, field);
      if (field.default !== undefined) expect(field.schema.safeParse(field.default).success).toBe(true);
    }
  });
});
