import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError, explain } from './errors';
import { isAlive, startMark } from './processes';

const FILE = 'mainstay.pid';

/** The process that holds a data folder. */
export interface FolderOwner {
  readonly pid: number;
  readonly startMark: string;
}

/** The living process that has claimed the folder; undefined when nobody has, or the one who had is gone. */
export function folderOwner(folder: string): FolderOwner | undefined {
  const owner = readOwner(join(folder, FILE));
  return owner && isLiving(owner) ? owner : undefined;
}

/**
 * Claims a data folder for this process, so that a second start on it says so instead of stopping the first one's
 * database. Returns the function that gives it back; the claim of a process that was killed counts for nothing.
 * @throws EmbeddedPostgresError `folder-in-use`, `folder-not-writable`, `disk-full`
 */
export function claimFolder(folder: string): () => void {
  const file = join(folder, FILE);
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, JSON.stringify({ pid: process.pid, startMark: startMark(process.pid) }));
    putInPlace(own, file, folder);
    rmSync(own);
  } catch (error) {
    if (existsSync(own)) rmSync(own);
    throw explain(error, folder);
  }
  return () => {
    if (readOwner(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

/** A link appears complete or not at all, and only where no claim stands. */
function putInPlace(own: string, file: string, folder: string): void {
  try {
    linkSync(own, file);
  } catch (error) {
    if (!alreadyThere(error)) throw error;
    clearStale(folder, file);
    try {
      linkSync(own, file);
    } catch (lost) {
      throw alreadyThere(lost) ? inUse(folder) : lost;
    }
  }
}

const alreadyThere = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST';

function clearStale(folder: string, file: string): void {
  const stale = readOwner(file);
  if (stale && isLiving(stale)) throw inUse(folder, stale.pid);
  const aside = `${file}.stale-${process.pid}`;
  renameSync(file, aside);
  const moved = readOwner(aside);
  // Another start may have claimed the folder since we looked: then its claim goes back.
  if (moved && isLiving(moved)) {
    renameSync(aside, file);
    throw inUse(folder, moved.pid);
  }
  rmSync(aside, { force: true });
}

const inUse = (folder: string, pid?: number) =>
  new EmbeddedPostgresError(
    'folder-in-use',
    `The folder ${folder} is in use by another Mainstay${pid ? ` (process ${pid})` : ''}. Stop that one, or choose another folder.`,
  );

const isLiving = ({ pid, startMark: mark }: FolderOwner) => isAlive(pid) && (!mark || startMark(pid) === mark);

function readOwner(file: string): FolderOwner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as FolderOwner;
  } catch {
    return undefined;
  }
}
