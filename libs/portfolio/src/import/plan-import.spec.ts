import { buffer } from 'node:stream/consumers';
import { idFrom } from '@mainstay/event-sourcing';
import { csvStream, readTable, writeXlsx } from '@mainstay/tabular';
import fc from 'fast-check';
import writeExcelFile from 'write-excel-file/node';
import { noFacts } from '../account/account.events';
import { accountColumns } from '../account/account-register/account-columns';
import type { ExportedAccount } from '../account/account-register/account.queries';
import type { Mapping } from './account-import.events';
import { suggestMapping } from './import-fields';
import { type ImportPlan, planImport, type PresentAccount, type Surroundings } from './plan-import';

const tenant = 'northwind';
const idOf = (code: string) => idFrom('account', tenant, code);
const present = (code: string, over: Partial<PresentAccount> = {}): PresentAccount => ({
  ...noFacts,
  id: idOf(code),
  code,
  name: `Account ${code}`,
  industry: 'Food',
  countries: ['DE'],
  divisionIds: ['d-nord'],
  leadId: null,
  sponsorId: null,
  spend: 1_000,
  archived: false,
  ...over,
});
const surroundings = (...accounts: PresentAccount[]): Surroundings => ({
  tenant,
  accounts,
  divisions: new Map([
    ['nord', 'd-nord'],
    ['sued', 'd-sued'],
    ['northern europe', 'd-nord'],
  ]),
  people: [
    { id: 'p-ines', name: 'Inês Carvalho', email: 'ines@northwind.example' },
    { id: 'p-tom', name: 'Tom Berg', email: 'tom@northwind.example' },
    { id: 'p-tom-2', name: 'Tom Berg', email: 'tom.berg@northwind.example' },
    { id: 'p-gone', name: null, email: null },
  ],
});
const plan = async (text: string | Buffer, around: Surroundings, mapping?: Mapping): Promise<ImportPlan> => {
  const table = await readTable(Buffer.from(text));
  return planImport(table, mapping ?? suggestMapping(table.headers), around);
};

describe('the plan of an import', () => {
  it('creates what is not there, changes what differs and leaves the rest', async () => {
    const { rows, refusals, ignoredColumns } = await plan(
      'Code,Name,Spend,Colour\nNEW,Newcomer,5\nALD,Account ALD,2000\nBIR,Account BIR,1000',
      surroundings(present('ALD'), present('BIR')),
    );
    expect(rows.map(({ row, code, kind, before, facts }) => [row, code, kind, before, facts])).toEqual([
      [2, 'NEW', 'create', {}, { name: 'Newcomer', spend: 5 }],
      [3, 'ALD', 'change', { spend: 1000 }, { spend: 2000 }],
      [4, 'BIR', 'unchanged', {}, {}],
    ]);
    expect(refusals).toEqual([]);
    expect(ignoredColumns).toEqual(['Colour']);
  });

  it.each(['p-ines', 'Inês Carvalho', 'ines carvalho', 'Carvalho, Inês', 'INES@northwind.example'])(
    'finds a lead who is named as %s',
    async (named) => {
      const { rows } = await plan(`Code;Key account manager\nALD;${named}`, surroundings(present('ALD')));
      expect(rows).toMatchObject([{ facts: { leadId: 'p-ines' } }]);
    },
  );

  it('refuses a row whose lead is called like several people, or like nobody', async () => {
    const { rows, refusals } = await plan(
      'Code;Lead;Sponsor\nALD;Tom Berg;\nBIR;;Nobody Known',
      surroundings(present('ALD'), present('BIR')),
    );
    expect(rows).toEqual([]);
    expect(refusals).toEqual([
      {
        row: 2,
        column: 'Lead',
        rule: '2 people are called "Tom Berg"; write the e-mail address or the id.',
      },
      { row: 3, column: 'Sponsor', rule: 'there is nobody called "Nobody Known".' },
    ]);
  });

  it('keeps a lead who stands in the account and not among the people any more', async () => {
    const { rows } = await plan('Code;Lead\nALD;p-left', surroundings(present('ALD', { leadId: 'p-left' })));
    expect(rows).toMatchObject([{ kind: 'unchanged' }]);
  });

  it('leaves a fact as it is where the cell is empty', async () => {
    const { rows } = await plan('Code;Name;Spend;Countries\nALD;;;', surroundings(present('ALD')));
    expect(rows).toMatchObject([{ kind: 'unchanged' }]);
  });

  it.each([
    [
      'a second row of one account',
      'Code,Name\nNEW,One\nnew,Two',
      3,
      'names the account NEW again; row 2 does so first.',
    ],
    ['no code', 'Code,Name\n,One', 2, 'names no account.'],
    ['an impossible code', 'Code,Name\nA B,One', 2, 'must be 1 to 20 letters, digits, dots, dashes or underscores.'],
    ['a new account without a name', 'Code,Spend\nNEW,1', 2, 'a new account needs a name.'],
    ['an unknown division', 'Code,Name,Divisions\nNEW,New,WEST', 2, 'the enterprise has no division WEST.'],
    [
      'an unknown country',
      'Code,Name,Country\nNEW,New,Atlantis',
      2,
      'must be a country code of two letters, such as DE.',
    ],
    ['what is no number', 'Code,Name,Spend\nNEW,New,n/a', 2, 'must be a number, which "n/a" is not.'],
    ['a number below zero', 'Code,Name,Spend\nNEW,New,-5', 2, 'must not be negative.'],
    ['growth that is no number', 'Code,Name,Growth\nNEW,New,much', 2, 'must be a number, which "much" is not.'],
    ['growth below all', 'Code,Name,Growth\nNEW,New,-101', 2, 'must be -100 or more.'],
    ['a wrong D-U-N-S number', 'Code,Name,DUNS\nNEW,New,123', 2, 'must be a D-U-N-S number of nine digits.'],
    ['an archived account', 'Code,Name\nOLD,Old', 2, 'the account OLD is archived; restore it first.'],
    ['an unknown parent', 'Code,Name,Parent\nNEW,New,TOP', 2, 'there is no account with the code of the parent.'],
    ['an account as its own parent', 'Code,Parent\nALD,ALD', 2, 'an account cannot stand among its own parents.'],
    [
      'the id of another',
      `Code,Name,Id\nNEW,New,${idOf('ALD')}`,
      2,
      'is the id of another account than NEW; a code cannot be changed.',
    ],
  ])('refuses %s by its row', async (_, text, row, rule) => {
    const { refusals } = await plan(text, surroundings(present('ALD'), present('OLD', { archived: true })));
    expect(refusals).toMatchObject([{ row, rule }]);
  });

  it('takes parents that come with the file, whatever their order, and refuses a circle among them', async () => {
    const sound = await plan('Code,Name,Parent\nSUB,Sub,TOP\nTOP,Top,', surroundings());
    expect(sound.rows.map(({ facts }) => facts.parentId)).toEqual([idOf('TOP'), undefined]);
    const circle = await plan('Code,Name,Parent\nA1,One,A2\nA2,Two,A1\nA3,Three,A1', surroundings());
    expect(circle.rows).toEqual([]);
    expect(circle.refusals.map(({ row }) => row)).toEqual([2, 3, 4]);
  });

  it.each([
    ['1.234.567,89', '1234568'],
    ['1,234,567.49', '1234567'],
    ['1 234 567', '1234567'],
    ["1'234'567", '1234567'],
    ['€ 1.234', '1234'],
    ['12,5', '13'],
    ['1.5E+6', '1500000'],
  ])('reads %s as a number in whole units', async (cell, number) => {
    const { rows } = await plan(`Code\tName\tSpend\nNEW\tNew\t${cell}`, surroundings());
    expect(String(rows[0]!.facts.spend)).toBe(number);
  });

  it.each([
    ['12,5', 12.5],
    ['12.5 %', 12.5],
    ['-3,25%', -3.25],
    ['\u22124', -4],
    ['1.234', 1.234],
    ['1.234,5', 1234.5],
  ])('reads %s as growth in per cent', async (cell, growth) => {
    const { rows } = await plan(`Code\tName\tWachstum\nNEW\tNew\t${cell}`, surroundings());
    expect(rows[0]!.facts).toEqual({ name: 'New', growth });
  });

  it('reads growth of a sheet as it is shown there: 12 for 12 %, which the cell holds as 0.12', async () => {
    const sheet = await writeExcelFile([
      [{ value: 'Code' }, { value: 'Name' }, { value: 'Growth' }],
      [{ value: 'ONE' }, { value: 'One' }, { value: 0.12, type: Number, format: '0%' }],
      [{ value: 'TWO' }, { value: 'Two' }, { value: -0.035, type: Number, format: '0.0%' }],
      [{ value: 'TRE' }, { value: 'Three' }, { value: 4 }],
    ]).toBuffer();
    const { rows } = await plan(sheet, surroundings());
    expect(rows.map(({ facts }) => facts.growth)).toEqual([12, -3.5, 4]);
  });

  it('reads growth by the decimal mark of its column', async () => {
    const text = 'Code;Name;Growth\nNEW;New;12,5\nTWO;Two;1.234\nALD;;12,5';
    const { rows } = await plan(text, surroundings(present('ALD', { growth: 12.5 })));
    expect(rows.map(({ kind, facts }) => [kind, facts.growth])).toEqual([
      ['create', 12.5],
      ['create', 1234],
      ['unchanged', undefined],
    ]);
  });

  it('refuses a number that is written in another way than the rest of its column, and never guesses', async () => {
    const { rows, refusals } = await plan(
      'Code;Name;Spend;Growth\nA;A;1.234,50;1.234,5\nB;B;1.5;2\nC;C;2,500.75;3\nD;D;1.234.567;4\nE;E;12,34;2.5',
      surroundings(),
    );
    expect(rows.map(({ code, facts }) => [code, facts.spend])).toEqual([
      ['A', 1235],
      ['D', 1_234_567],
    ]);
    const rule = (cell: string) =>
      `must be a number, which "${cell}" is not in a column that writes decimals with a comma.`;
    expect(refusals.map(({ row, column, rule }) => [row, column, rule])).toEqual([
      [3, 'Spend', rule('1.5')],
      [4, 'Spend', rule('2,500.75')],
      [6, 'Growth', rule('2.5')],
    ]);
  });

  it('says one thing of a cell', async () => {
    const { refusals } = await plan('Code;Name;Spend\nA;A;99999999999999999999', surroundings());
    expect(refusals).toHaveLength(1);
  });

  it('refuses the header where it stands again, and makes no account of it', async () => {
    const { rows, refusals } = await plan('Code;Name\nA;A\nCode;Name\nB;B', surroundings());
    expect(rows.map(({ code }) => code)).toEqual(['A', 'B']);
    expect(refusals).toEqual([{ row: 3, column: 'Code', rule: 'repeats the names of the columns.' }]);
  });

  it('takes a country that goes by two codes for one, and leaves those of the account', async () => {
    const text = 'Code;Name;Country\nNEW;New;UK\nALD;;UK';
    const { rows } = await plan(text, surroundings(present('ALD', { countries: ['UK'] })));
    expect(rows.map(({ kind, facts }) => [kind, facts.countries])).toEqual([
      ['create', ['GB']],
      ['unchanged', undefined],
    ]);
  });

  it('reads countries and divisions by code or by name', async () => {
    const { rows } = await plan(
      'Code;Name;Country;Division;Sites\nNEW;New;"Germany, Frankreich / se";Northern Europe;"Lyon | Metz\nNancy"\nTWO;Two;DE FR;NORD SUED;',
      surroundings(),
    );
    expect(rows.map(({ facts: { countries, divisionIds, sites } }) => [countries, divisionIds, sites])).toEqual([
      [['DE', 'FR', 'SE'], ['d-nord'], ['Lyon', 'Metz', 'Nancy']],
      [['DE', 'FR'], ['d-nord', 'd-sued'], undefined],
    ]);
  });

  it('refuses a mapping to a column that is not there or stands twice, and none for the code', async () => {
    await expect(plan('Code,Name\nA,B', surroundings(), { code: 'Number' })).rejects.toThrow('has no column "Number"');
    await expect(plan('Code,Code\nA,B', surroundings(), { code: 'Code' })).rejects.toThrow('column "Code" twice');
    await expect(plan('Colour\nred', surroundings())).rejects.toThrow('which column holds the code');
  });
});

describe('the mapping suggested', () => {
  it('knows our own headings, those of other systems, and nothing where nothing is alike', () => {
    expect(suggestMapping(['Kundennummer', 'Customer Name', 'UMSATZ', 'Colour', 'D&B Number'])).toEqual({
      code: 'Kundennummer',
      name: 'Customer Name',
      spend: 'UMSATZ',
      duns: 'D&B Number',
    });
    expect(suggestMapping(['Account Number', 'Account Name', 'Annual Revenue', 'Billing Country'])).toEqual({
      code: 'Account Number',
      name: 'Account Name',
      spend: 'Annual Revenue',
      countries: 'Billing Country',
    });
  });

  it('goes by what was said of such a heading the last time', () => {
    expect(suggestMapping(['X1', 'Name'], [{ code: 'X1', name: 'Gone' }, { code: 'Name' }])).toEqual({
      code: 'X1',
      name: 'Name',
    });
  });
});

describe('an export that is imported again', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((one) => one.trim() !== '');
  const line = text.map((one) => one.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim()).filter((one) => one !== '');
  const whole = fc.integer({ min: 0, max: 1e15 });
  const account = fc.record({
    name: fc.oneof(
      line,
      line.map((one) => `=${one}`),
      line.map((one) => `'=${one}`),
      fc.constant('A "b", c; d'),
    ),
    industry: fc.oneof(line, fc.constant('')),
    countries: fc.constantFrom<string[]>([], ['DE'], ['DE', 'FR']),
    divisionIds: fc.constantFrom<string[]>([], ['d-nord'], ['d-nord', 'd-sued']),
    leadId: fc.constantFrom(null, 'person-1'),
    sponsorId: fc.constantFrom(null, 'person-2'),
    spend: whole,
    potential: fc.option(whole),
    growth: fc.option(
      fc.oneof(
        fc.integer({ min: -100_000, max: 10_000_000 }).map((thousandths) => thousandths / 1_000),
        fc.double({ min: -100, max: 10_000, noNaN: true }).filter((rate) => !Object.is(rate, -0)),
      ),
    ),
    sites: fc.uniqueArray(
      line.map((one) => one.replace(/[;|]/g, '').trim()).filter((one) => one !== ''),
      { maxLength: 3 },
    ),
    crmId: fc.option(line),
    duns: fc.option(fc.constantFrom('012345678', '987654321')),
    vat: fc.option(fc.constant('DE123456789')),
  });
  const codes = ['ALD', 'BIR', '001', '1E5', 'X-1.2'];
  const accounts = fc
    .tuple(...codes.map(() => account))
    .map((all) =>
      all.map((facts, index) => present(codes[index]!, { ...facts, parentId: index ? idOf('ALD') : null })),
    );

  const divisionCodes = { 'd-nord': 'NORD', 'd-sued': 'SUED' } as Record<string, string>;
  const exported = (one: PresentAccount): ExportedAccount => ({
    ...one,
    formerNames: [],
    divisionCodes: one.divisionIds.map((id) => divisionCodes[id]!),
    parentCode: one.parentId ? 'ALD' : null,
    archivedAt: null,
    category: 'prospect',
    categoryEffectiveOn: null,
    comingCategory: null,
    comingOn: null,
    attractiveness: null,
    standing: null,
    suggested: null,
  });

  it.each([
    ['CSV', (all: PresentAccount[]) => buffer(csvStream(accountColumns, all.map(exported)))],
    ['XLSX', async (all: PresentAccount[]) => await writeXlsx('Accounts', accountColumns, all.map(exported))],
  ] as const)('changes nothing, as %s, whatever the accounts say', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(accounts, async (all) => {
        const table = await readTable(await write(all));
        const { rows, refusals } = planImport(table, suggestMapping(table.headers), surroundings(...all));
        expect(refusals).toEqual([]);
        expect(rows.filter(({ kind }) => kind !== 'unchanged')).toEqual([]);
        expect(rows).toHaveLength(all.length);
      }),
      { numRuns: 60 },
    );
  });
});
