import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Malformed, Rejection } from '@mainstay/event-sourcing';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { metadataOf } from './parameters';

/** A file comes as the raw bytes of the body. */
export interface UploadOptions {
  readonly maxBytes: number;
}

export const FILE = 'application/octet-stream';

class TooLarge extends Rejection {
  readonly status = 413;
}

/** Leaves a file a stream: nothing of it is held before it is known that the caller may send it. */
export function acceptUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(FILE, (_request, payload, done) => done(null, payload));
}

/**
 * The bytes of the file that was sent to an endpoint with `upload`.
 * @throws TooLarge naming the limit, Malformed for a file without content
 */
export const Upload = createParamDecorator(async (_: unknown, execution: ExecutionContext): Promise<Buffer> => {
  const { maxBytes } = metadataOf(execution).upload!;
  const request = execution.switchToHttp().getRequest<FastifyRequest>();
  const bytes = await read(request.body as AsyncIterable<Buffer> | undefined, maxBytes);
  if (bytes.length === 0) throw new Malformed('request.file-empty', 'file: has no content.');
  return bytes;
});

/** Who is still sending does not hear a refusal: up to so many times the limit is read to its end and thrown away. */
const HEARD_OUT = 4;

async function read(stream: AsyncIterable<Buffer> | undefined, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream ?? []) {
    size += part.length;
    if (size <= maxBytes) parts.push(part);
    else if (size > maxBytes * HEARD_OUT) break; // which ends the connection
  }
  if (size > maxBytes) throw tooLarge(maxBytes);
  return Buffer.concat(parts, size);
}

const tooLarge = (maxBytes: number) =>
  new TooLarge('request.file-too-large', `file: must be at most ${inWords(maxBytes)}.`, { maxBytes });

const inWords = (bytes: number) =>
  bytes >= 1_048_576 ? `${Math.floor(bytes / 1_048_576)} MB` : `${Math.floor(bytes / 1_024)} kB`;
