import { timingSafeEqual } from 'node:crypto';

type DemoClock = (headers: NodeJS.Dict<string | string[]>) => Date | undefined;

/** Where the key of the demo is given, whoever sends it may say when something was recorded; else nobody may. */
export function demoClock(demoKey: string | undefined): DemoClock | undefined {
  if (demoKey === undefined) return undefined;
  const key = Buffer.from(demoKey);
  return (headers) => {
    const sent = Buffer.from(String(headers['x-mainstay-demo-key'] ?? ''));
    if (sent.length !== key.length || !timingSafeEqual(sent, key)) return undefined;
    const said = headers['x-mainstay-demo-clock'];
    return said === undefined ? undefined : new Date(String(said));
  };
}
