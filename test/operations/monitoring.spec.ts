import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newRegistry } from '@mainstay/http';
import { parse } from 'yaml';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sources(path);
    else if (entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts')) yield path;
  }
}

/** Every measurement that a process of ours offers, by its name. */
async function measured(): Promise<Set<string>> {
  const names = new Set((await newRegistry().getMetricsAsJSON()).map(({ name }) => name));
  const ours = ['libs', 'apps/all-in-one', 'apps/api', 'apps/relay', 'apps/projector'];
  for (const file of ours.flatMap((folder) => [...sources(folder)])) {
    for (const [, name] of read(file).matchAll(/'(mainstay_[a-z_]+)'/g)) names.add(name!);
  }
  return names;
}

const asked = (expression: string) =>
  [...expression.matchAll(/\bmainstay_[a-z0-9_]+/g)].map(([name]) => name.replace(/_(bucket|sum|count)$/, ''));

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string };
}
const { rules } = (parse(read('infra/prometheus/alerts.yml')) as { groups: { rules: Rule[] }[] }).groups[0]!;
const dashboard = JSON.parse(read('infra/grafana/mainstay.json')) as {
  panels: { title: string; targets: { expr: string }[] }[];
};

describe('what is watched', () => {
  it.each(rules.map((rule): [string, Rule] => [rule.alert, rule]))(
    '%s asks for what a process measures',
    async (_, rule) => {
      const names = await measured();
      expect(asked(rule.expr).length).toBeGreaterThan(0);
      for (const name of asked(rule.expr)) expect([...names]).toContain(name);
      expect(rule.labels.severity).toMatch(/^(page|ticket)$/);
      expect(rule.annotations.summary).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('is on the dashboard only if a process measures it', async () => {
    const names = await measured();
    const shown = dashboard.panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => asked(expr)));
    expect(new Set(shown).size).toBeGreaterThan(15);
    for (const name of shown) expect([...names]).toContain(name);
  });

  it('is told to whoever is woken: each alarm has a line that says what to do', () => {
    const page = read('docs/operations.md');
    for (const { alert, expr } of rules) {
      expect(page).toContain(`\`${alert}\``);
      for (const name of asked(expr)) expect(page).toContain(name);
    }
  });
});
