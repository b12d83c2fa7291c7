import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { EmbeddedPerson } from './options';

/** What differs from the people that the provider was started with: those invited, and changed memberships. */
export interface DirectoryChanges {
  readonly people: readonly EmbeddedPerson[];
  readonly memberships: Readonly<Record<string, EmbeddedPerson['memberships']>>;
}

const nothing: DirectoryChanges = { people: [], memberships: {} };

/** Keeps it over restarts, where a file is named. */
export class DirectoryFile {
  constructor(private readonly file: string | undefined) {}

  read(): DirectoryChanges {
    if (!this.file || !existsSync(this.file)) return nothing;
    return JSON.parse(readFileSync(this.file, 'utf8')) as DirectoryChanges;
  }

  /** Written beside and then renamed, so that a start that is cut off never finds half a file. */
  write(changes: DirectoryChanges): void {
    if (!this.file) return;
    writeFileSync(`${this.file}.draft`, JSON.stringify(changes, undefined, 2), { mode: 0o600 });
    renameSync(`${this.file}.draft`, this.file);
  }
}
