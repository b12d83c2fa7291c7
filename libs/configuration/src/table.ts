import { processes, type ProcessName } from './processes';
import type { Section, Variable } from './variable';

/** docs/configuration.md: every variable, by section. */
export function configurationPage(): string {
  const sections = new Map<Section, ProcessName[]>();
  for (const [process, of] of Object.entries(processes)) {
    for (const section of Object.values<Section>(of)) {
      sections.set(section, [...(sections.get(section) ?? []), process as ProcessName]);
    }
  }
  const tables = [...sections].map(
    ([section, readers]) =>
      `## ${section.title}\n\nRead by: ${readers.join(', ')}.\n\n${table(Object.values(section.fields))}`,
  );
  return `${INTRODUCTION}\n\n${tables.join('\n\n')}\n`;
}

const INTRODUCTION = `# Configuration

Every process is told by environment variables what it needs to know, and checks all of them when it starts. A wrong value refuses the
start, and the message names the variable and its rule; several wrong ones are all told. This page is generated
(\`npm run config:table\`), and a test fails when it differs from what the processes read.

A variable marked _secret_ may be given as a file: \`NAME_FILE\` names it, as container platforms mount secrets. Its value is never printed.

With \`NODE_ENV=production\` a start is also refused for the embedded database and identity provider, an issuer that is not https, a
secret that is short or known from an example, and a plain-text connection to another host unless \`MAINSTAY_PLAIN_TEXT_NETWORK=yes\`
states that the network protects it.`;

function table(fields: readonly Variable[]): string {
  const rows = [['Variable', 'What it is for', 'Rule', 'Default'], ...fields.map(row)];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const [head, ...body] = rows.map(line);
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n');
}

const row = ({ name, description, rule, default: byDefault, optional, secret }: Variable): string[] => [
  `\`${name}\``,
  secret ? `${description} _Secret._` : description,
  rule,
  byDefault !== undefined ? `\`${byDefault}\`` : optional ? 'none' : '**must be given**',
];
