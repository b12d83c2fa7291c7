import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { Log } from './log';
import { caughtUp, checkpoint, confirmation, eventMessage, filterIn } from './messages';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Waits while the caller reads more slowly than it is sent to. */
export async function send(call: ReadCall, message: ReadResp): Promise<void> {
  if (call.write(message) || call.cancelled) return;
  await new Promise<void>((resolve) => {
    const go = () => {
      call.off('drain', go).off('cancelled', go);
      resolve();
    };
    call.on('drain', go).on('cancelled', go);
  });
}

/** A subscription to `$all`: what is there, that it has caught up, and then whatever is written, until it is cancelled. */
export async function subscribe(call: ReadCall, log: Log): Promise<void> {
  const options = call.request.getOptions()!;
  const { passes, window } = filterIn(options);
  const all = options.getAll()!;
  const position = all.getPosition();
  let next = all.hasEnd() ? log.all.length : position ? log.after(BigInt(position.getCommitPosition())) : 0;
  let passedOver = 0;
  let grown = () => {};
  const forget = log.watch(() => grown());
  call.on('cancelled', () => grown());
  await send(call, confirmation());
  for (let live = false; !call.cancelled;) {
    const event = log.all[next];
    if (event) {
      next++;
      if (passes(event)) await send(call, eventMessage(event));
      else if (++passedOver % window === 0) await send(call, checkpoint(event.position));
    } else if (!live) {
      live = true;
      await send(call, caughtUp());
    } else await new Promise<void>((resolve) => (grown = resolve));
  }
  forget();
}
