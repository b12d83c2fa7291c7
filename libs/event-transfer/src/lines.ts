import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { z } from 'zod';
import { closing, type Content, content, type Counts, kindOf, type Manifest, manifest } from './format';
import { TransferError } from './transfer-error';

/**
 * The content of an export, line by line, and at its end whether the file is whole: nothing that is read before the end
 * may be relied on. So it is read through once before anything is done with it.
 * @throws TransferError naming what is wrong with the file
 */
export async function* contentOf(file: string): AsyncGenerator<Content> {
  const hash = createHash('sha256');
  const found: Counts = { events: 0, keys: 0, files: 0 };
  let first = true;
  let closed = false;
  for await (const line of linesOf(file)) {
    if (closed) throw new TransferError(`${file} goes on after its closing line.`);
    if (first) parsed(manifest, line, () => `${file} is no export of events of a format that this release knows.`);
    else if (line.toString('latin1', 0, 7) === '{"end":') {
      const said = parsed(closing, line, () => `The closing line of ${file} is not as it should be.`);
      if (said.sha256 !== hash.digest('hex') || !sameCounts(said.end, found)) {
        throw new TransferError(`${file} was changed: it is not what its closing line says.`);
      }
      closed = true;
    } else {
      const next = parsed(content, line, () => `${file} was changed: line ${total(found) + 2} is not as it should be.`);
      found[kindOf(next)]++;
      yield next;
    }
    first = false;
    if (!closed) hash.update(line).update('\n');
  }
  if (!closed) throw new TransferError(`${file} was cut off: it ends without its closing line.`);
}

/** @throws TransferError */
export async function manifestOf(file: string): Promise<Manifest> {
  for await (const line of linesOf(file)) {
    return parsed(manifest, line, () => `${file} is no export of events of a format that this release knows.`);
  }
  throw new TransferError(`${file} is empty.`);
}

/** Without what ends them. The last one, too, when nothing ends it: cut in the middle it is no JSON. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...parts, chunk.subarray(from, at)]);
      parts = [];
      from = at + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  }
  if (parts.length > 0) yield Buffer.concat(parts);
}

/** As it stands in the file: checking must not change the order of members. */
function parsed<Schema extends z.ZodType>(schema: Schema, line: Buffer, wrong: () => string): z.infer<Schema> {
  try {
    const value: unknown = JSON.parse(line.toString('utf8'));
    if (schema.safeParse(value).success) return value as z.infer<Schema>;
  } catch {
    // no JSON
  }
  throw new TransferError(wrong());
}

const total = ({ events, keys, files }: Counts) => events + keys + files;

const sameCounts = (a: Counts, b: Counts) => a.events === b.events && a.keys === b.keys && a.files === b.files;
