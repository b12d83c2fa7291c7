/** Postgres arrays in their binary form: pg sends a Buffer as it is, and neither side escapes the JSON in it. */

const TEXT = 25;
const UUID = 2950;
const INT8 = 20;
const INT4 = 23;

export function textArray(values: readonly string[]): Buffer {
  const lengths = values.map((value) => Buffer.byteLength(value));
  const { buffer, start } = allocate(
    TEXT,
    values.length,
    lengths.reduce((sum, length) => sum + length, 0),
  );
  let at = start;
  values.forEach((value, index) => {
    at = buffer.writeInt32BE(lengths[index]!, at);
    at += buffer.write(value, at);
  });
  return buffer;
}

export function uuidArray(values: readonly string[]): Buffer {
  const { buffer, start } = allocate(UUID, values.length, 16 * values.length);
  let at = start;
  for (const value of values) {
    at = buffer.writeInt32BE(16, at);
    at += buffer.write(value.replaceAll('-', ''), at, 'hex');
  }
  return buffer;
}

export function int4Array(values: readonly number[]): Buffer {
  const { buffer, start } = allocate(INT4, values.length, 4 * values.length);
  let at = start;
  for (const value of values) at = buffer.writeInt32BE(value, buffer.writeInt32BE(4, at));
  return buffer;
}

export function int8Array(values: readonly (number | null)[]): Buffer {
  const present = values.reduce<number>((count, value) => count + (value === null ? 0 : 1), 0);
  const { buffer, start } = allocate(INT8, values.length, 8 * present, present < values.length);
  let at = start;
  for (const value of values) {
    at = buffer.writeInt32BE(value === null ? -1 : 8, at);
    if (value !== null) at = buffer.writeBigInt64BE(BigInt(value), at);
  }
  return buffer;
}

/** One dimension from 1: header, then for each element its length and its bytes. No array here is ever empty. */
function allocate(oid: number, count: number, bytes: number, nulls = false): { buffer: Buffer; start: number } {
  const buffer = Buffer.allocUnsafe(20 + 4 * count + bytes);
  let at = 0;
  for (const field of [1, nulls ? 1 : 0, oid, count, 1]) at = buffer.writeInt32BE(field, at);
  return { buffer, start: at };
}
