import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Exported, exportEvents, importEvents, TransferError } from '@mainstay/event-transfer';
import { onInstallation } from './events/installation';

const USAGE = `npm run events -- export <file> [--tenant <tenant>] [--keys] [--files]
npm run events -- import <file> [--tenant <tenant>] [--source-key <file>]`;

/** `npm run events -- export|import`: on what the environment names, or on the data folder (docs/how-to/move-events.md). */
export async function events(args: readonly string[]): Promise<void> {
  try {
    const { verb, file, tenant, keys, files, foreignKey } = readArguments(args);
    const began = performance.now();
    await onInstallation(process.env, foreignKey, async (installation) => {
      const moved =
        verb === 'export'
          ? await exportEvents(installation, file, { tenant, keys, files })
          : await importEvents(installation, file, tenant);
      console.log(`${verb === 'export' ? 'Exported' : 'Imported and compared'} ${summary(moved, began)}`);
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

function readArguments(args: readonly string[]) {
  const { positionals, values } = parsed(args);
  const [verb, file] = positionals;
  if (positionals.length !== 2 || !file || (verb !== 'export' && verb !== 'import')) throw new TransferError(USAGE);
  const key = values['source-key'];
  return {
    verb,
    file,
    tenant: values.tenant,
    keys: values.keys ?? false,
    files: values.files ?? false,
    foreignKey: key === undefined ? undefined : readKey(key),
  };
}

function parsed(args: readonly string[]) {
  const flag = { type: 'boolean' } as const;
  const value = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { tenant: value, keys: flag, files: flag, 'source-key': value },
    });
  } catch (error) {
    throw new TransferError(`${(error as Error).message}\n${USAGE}`);
  }
}

/** 32 bytes in base64, alone or within the `secrets.json` of a data folder. */
function readKey(file: string): Buffer {
  const text = readFileSync(file, 'utf8').trim();
  const key = text.startsWith('{') ? (JSON.parse(text) as { personalDataKey?: string }).personalDataKey : text;
  const bytes = Buffer.from(key ?? '', 'base64');
  if (bytes.length !== 32) throw new TransferError(`${file} must hold the key of personal data: 32 bytes in base64.`);
  return bytes;
}

function summary({ counts, tenants }: Exported, began: number): string {
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const { events, keys, files } = counts;
  return `${events} events, ${keys} keys and ${files} files of ${tenants.join(', ')} in ${seconds} s.`;
}
