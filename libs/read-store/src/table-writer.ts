import { type ClientBase, escapeIdentifier as quoted } from 'pg';
import { postgresTypes } from './column';
import type { PastVersion, Row, TableChanges, Version } from './changes';
import { copyEncoders, copyRows, copyText, copyValue } from './copy';
import { momentText } from './moment-text';
import type { AnyReadTable } from './table';
import { places } from './table-sql';

/** Reads and writes the rows of one table, many at a time. Rows travel as one text, the cheapest form measured. */
export class TableWriter {
  private readonly sql: ReturnType<typeof statements>;
  private readonly encoders: readonly (readonly [property: string, encode: (value: unknown) => string])[];

  constructor(
    readonly table: AnyReadTable,
    private readonly schema: string,
  ) {
    this.sql = statements(table, schema);
    this.encoders = table.columns.map(({ property, column }) => [property, copyEncoders[column.type]]);
  }

  /** Reads the rows that changes wait for, and makes those changes. */
  async settle(client: ClientBase, changes: TableChanges): Promise<void> {
    const wanted = changes.wanted();
    if (wanted.length === 0) return;
    const keys = wanted.map(({ tenant, key }) => `{"$tenant":${JSON.stringify(tenant)},${this.keyText(key)}}`);
    const { rows } = await this.run(client, 'load', keys);
    changes.settle(
      rows.map(({ $tenant, $recorded, ...row }) => ({
        tenant: $tenant as string,
        recorded: ($recorded as Date).getTime(),
        row,
      })),
    );
  }

  /** @param bulk by COPY, while the table is not under row-level security yet */
  async write(client: ClientBase, changes: TableChanges, bulk: boolean): Promise<void> {
    const { fresh, changed } = changes.outcome();
    if (fresh.length > 0) {
      if (bulk) await copyRows(client, this.sql.copy, this.lines(fresh));
      else
        await this.run(
          client,
          'insert',
          fresh.map((row) => json(row)),
        );
    }
    if (changed.length > 0)
      await this.run(
        client,
        'change',
        changed.map((row) => json(row, row.ends)),
      );
    if (changes.past.length > 0) {
      if (bulk) await copyRows(client, this.sql.copyPast, this.lines(changes.past));
      else
        await this.run(
          client,
          'past',
          changes.past.map((row) => json(row, row.superseded)),
        );
    }
  }

  private run(client: ClientBase, statement: 'load' | 'insert' | 'change' | 'past', items: readonly string[]) {
    const name = `${statement} ${this.schema}.${this.table.name}`;
    const values = [`[${items.join(',')}]`];
    return client.query<Row>({ name: name.length < 64 ? name : undefined, text: this.sql[statement], values });
  }

  private lines(rows: readonly (Version | PastVersion)[]): string {
    let lines = '';
    for (const version of rows) {
      lines += `${copyText(version.tenant)}\t${momentText(version.recorded)}`;
      for (const [property, encode] of this.encoders) lines += `\t${copyValue(encode, version.row[property])}`;
      lines += 'superseded' in version ? `\t${momentText(version.superseded)}\n` : '\n';
    }
    return lines;
  }

  private keyText(key: Row): string {
    return this.table.key.map((property) => `${JSON.stringify(property)}:${JSON.stringify(key[property])}`).join(',');
  }
}

const json = ({ tenant, row, recorded }: Version, until?: number) =>
  `{"$tenant":${JSON.stringify(tenant)},"$recorded":"${momentText(recorded)}",${until === undefined ? '' : `"$until":"${momentText(until)}",`}${JSON.stringify(row).slice(1)}`;

function statements(table: AnyReadTable, schema: string) {
  const [now, history] = places(table, schema);
  const all = table.columns.map(({ name, property, column }) => ({
    name: quoted(name),
    property: quoted(property),
    type: postgresTypes[column.type],
  }));
  const keys = all.filter((_, index) => table.key.includes(table.columns[index]!.property));
  const rest = all.filter((column) => !keys.includes(column));
  const names = ['tenant', 'recorded', ...all.map(({ name }) => name)].join(', ');
  const values = ['"$tenant"', '"$recorded"', ...all.map(({ property }) => property)].join(', ');
  const typed = all.map(({ property, type }) => `${property} ${type}`);
  const from = (...columns: string[]) => `json_to_recordset($1::json) as given(${columns.join(', ')})`;
  const stamped = ['"$tenant" text', '"$recorded" timestamptz'];
  const sameKey = [
    't.tenant = given."$tenant"',
    ...keys.map(({ name, property }) => `t.${name} = given.${property}`),
  ].join(' and ');
  return {
    copy: `${now} (${names})`,
    copyPast: `${history} (${names}, superseded)`,
    load: `select t.tenant as "$tenant", t.recorded as "$recorded", ${all.map(({ name, property }) => `t.${name} as ${property}`).join(', ')}
      from ${from('"$tenant" text', ...keys.map(({ property, type }) => `${property} ${type}`))} join ${now} t on ${sameKey}`,
    insert: `insert into ${now} (${names}) select ${values} from ${from(...stamped, ...typed)}`,
    // The replaced row goes to the history in the statement that replaces it: neither can be without the other.
    change: `with replaced as (
        update ${now} t set recorded = given."$recorded"${rest.map(({ name, property }) => `, ${name} = given.${property}`).join('')}
        from ${from(...stamped, '"$until" timestamptz', ...typed)} where ${sameKey}
        returning ${['tenant', 'recorded', ...all.map(({ name }) => name)].map((name) => `old.${name}`).join(', ')}, given."$until")
      insert into ${history} (${names}, superseded) select ${names}, "$until" from replaced where recorded < "$until"`,
    past: `insert into ${history} (${names}, superseded) select ${values}, "$until" from ${from(...stamped, '"$until" timestamptz', ...typed)}`,
  };
}
