/** What a spreadsheet would take for a formula; the CSV writer sets it off with an apostrophe. */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The text as it was before it was set off for a spreadsheet. */
export const withoutApostrophe = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
