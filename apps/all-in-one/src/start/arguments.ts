import { StartError } from './start-error';

export interface Arguments {
  /** Start without the demo enterprise. */
  readonly empty: boolean;
  /** Throw the data folder away first. */
  readonly reset: boolean;
  /** Do not ask before a reset. */
  readonly yes: boolean;
}

/** @throws StartError for an argument that does not exist */
export function readArguments(args: readonly string[]): Arguments {
  const known = ['--empty', '--reset', '--yes'];
  const unknown = args.find((argument) => !known.includes(argument));
  if (unknown) throw new StartError(`There is no argument ${unknown}; there are --empty, --reset and --yes.`);
  return { empty: args.includes('--empty'), reset: args.includes('--reset'), yes: args.includes('--yes') };
}
