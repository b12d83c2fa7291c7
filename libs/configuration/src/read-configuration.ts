import { readFileSync } from 'node:fs';
import { ConfigurationError } from './configuration-error';
import { databaseAddresses } from './database-addresses';
import { databaseRolesOf, type DatabaseRole, processes, type ProcessName } from './processes';
import { productionProblems } from './production';
import type { databaseSection } from './sections/database';
import type { Fields, Section, ValuesOf, Variable } from './variable';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where PostgreSQL is, for each role that the process signs in as. */
export interface DatabaseConfiguration<Role extends DatabaseRole> {
  readonly name: string;
  readonly urls: Readonly<Record<Role, string>>;
}

/** One member per section of the process. */
export type Configuration<Process extends ProcessName> = {
  readonly [Name in keyof (typeof processes)[Process]]: Name extends 'database'
    ? DatabaseConfiguration<(typeof databaseRolesOf)[Process][number]>
    : (typeof processes)[Process][Name] extends Section<infer Of>
      ? ValuesOf<Of>
      : never;
} & { readonly production: boolean };

/**
 * What the process is told by its environment, checked as a whole.
 * @throws ConfigurationError naming every variable that breaks its rule
 */
export function readConfiguration<Process extends ProcessName>(
  process: Process,
  env: Environment,
): Configuration<Process> {
  const production = env.NODE_ENV === 'production';
  if (production && process === 'all-in-one') throw new ConfigurationError([EMBEDDED_IN_PRODUCTION]);
  const sections: Readonly<Record<string, Section>> = processes[process];
  const problems: string[] = [];
  const texts = textsOf(sections, env, problems);
  const values = Object.fromEntries(
    Object.entries(sections).map(([name, section]) => [name, valuesOf(section, texts, problems)]),
  );
  const databases: Record<string, string> = {};
  if (values.database && problems.length === 0) {
    const database = values.database as ValuesOf<(typeof databaseSection)['fields']>;
    const urls = databaseAddresses(database, databaseRolesOf[process], problems);
    values.database = { name: database.name, urls };
    for (const [role, url] of Object.entries(urls)) if (url) databases[mendedBy(role, texts)] = url;
  }
  if (problems.length === 0) problems.push(...missingTogether(texts));
  if (problems.length === 0 && production) problems.push(...productionProblems({ sections, texts, databases }));
  if (problems.length > 0) throw new ConfigurationError(problems);
  return { ...values, production } as Configuration<Process>;
}

const EMBEDDED_IN_PRODUCTION =
  'NODE_ENV is production: this start uses the embedded database and identity provider, which are for one machine only.';

function textsOf(
  sections: Readonly<Record<string, Section>>,
  env: Environment,
  problems: string[],
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const field of Object.values(sections).flatMap(({ fields }) => Object.values(fields))) {
    const text = textOf(field, env, problems) ?? field.default;
    if (text !== undefined) texts.set(field.name, text);
  }
  return texts;
}

/** Given in the environment, or, for a secret, in a file that the environment names. */
function textOf({ name, secret }: Variable, env: Environment, problems: string[]): string | undefined {
  const file = secret ? env[`${name}_FILE`] : undefined;
  if (file === undefined) return env[name];
  if (env[name] !== undefined) {
    problems.push(`${name} and ${name}_FILE are both given: leave one out.`);
    return undefined;
  }
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    problems.push(`${name}_FILE must name a file that can be read, but is "${file}".`);
    return undefined;
  }
}

function valuesOf(section: Section, texts: ReadonlyMap<string, string>, problems: string[]): ValuesOf<Fields> {
  const values = Object.entries(section.fields).map(([field, variable]) => {
    const { name, rule, schema, secret } = variable;
    const text = texts.get(name);
    if (text === undefined) {
      const toldAlready = problems.some(
        (problem) => problem.startsWith(`${name}_FILE `) || problem.startsWith(`${name} `),
      );
      if (!variable.optional && !toldAlready) problems.push(`${name} is missing: it ${rule}.`);
      return [field, undefined];
    }
    const result = schema.safeParse(text);
    if (!result.success) problems.push(`${name} ${rule}${secret ? '' : `, but is "${text}"`}.`);
    return [field, result.data];
  });
  return Object.fromEntries(values) as ValuesOf<Fields>;
}

/** The variable that gave the address of a role. */
const mendedBy = (role: string, texts: ReadonlyMap<string, string>): string => {
  const url = `DATABASE_URL_${role.toUpperCase()}`;
  return texts.has(url) ? url : 'DATABASE_HOST';
};

/** What is of use only together with something else. */
function missingTogether(texts: ReadonlyMap<string, string>): string[] {
  const needs: [given: string, needed: string][] = [
    ['KAFKA_SASL_MECHANISM', 'KAFKA_USERNAME'],
    ['KAFKA_SASL_MECHANISM', 'KAFKA_PASSWORD'],
    ['KAFKA_PASSWORD', 'KAFKA_SASL_MECHANISM'],
    ['KAFKA_USERNAME', 'KAFKA_SASL_MECHANISM'],
    ['KEYCLOAK_ADMIN_URL', 'KEYCLOAK_ADMIN_CLIENT_SECRET'],
  ];
  const missing = needs
    .filter(([given, needed]) => texts.has(given) && !texts.has(needed))
    .map(([given, needed]) => `${needed} is missing: it must be given where ${given} is.`);
  const unused = texts.has('KAFKA_CA_FILE') && texts.get('KAFKA_TLS') !== 'yes';
  return unused ? [...missing, 'KAFKA_TLS must be yes where KAFKA_CA_FILE is given.'] : missing;
}
