import { parseArgs } from 'node:util';
import { StartError } from './start/start-error';

export const PARKED_USAGE = `npm run parked -- list
npm run parked -- resume <tenant> --reason "..." [--by "..."]
npm run parked -- resume --all --reason "..." [--by "..."]
npm run parked -- skip <tenant> --event <id> --reason "..." [--by "..."]`;

export type ParkedCommand =
  | { readonly what: 'list' }
  /** Without a tenant: all that are parked. */
  | { readonly what: 'resume'; readonly tenant: string | undefined; readonly reason: string; readonly by: string }
  | {
      readonly what: 'skip';
      readonly tenant: string;
      readonly eventId: string;
      readonly reason: string;
      readonly by: string;
    };

const options = {
  reason: { type: 'string' },
  event: { type: 'string' },
  by: { type: 'string' },
  all: { type: 'boolean' },
} as const;

/**
 * `user`: who is signed in at the terminal, named unless `--by` names somebody else.
 * @throws StartError that says what is missing, and how it is done
 */
export function parkedCommand(args: readonly string[], user: string): ParkedCommand {
  const { values, positionals } = parsed(args);
  const [what, tenant, ...more] = positionals;
  if (what === 'list' && positionals.length === 1) return { what };
  if ((what !== 'resume' && what !== 'skip') || more.length > 0) throw new StartError(PARKED_USAGE);
  const { reason, event, by = user, all = false } = values;
  if (all ? tenant || what === 'skip' : !tenant) throw refused(`Say which tenant to ${what}.`);
  if (!reason?.trim()) throw refused('Say why: --reason "..." is kept with the decision.');
  if (what === 'resume') return { what, tenant, reason, by };
  if (!event || !tenant) throw refused('Say which event to pass over: --event <id>, as list shows it.');
  return { what, tenant, eventId: event, reason, by };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw refused((error as Error).message);
  }
}

const refused = (sentence: string) => new StartError(`${sentence}\n${PARKED_USAGE}`);
