export type EmbeddedPostgresProblem =
  'binary-missing' | 'folder-not-writable' | 'folder-in-use' | 'disk-full' | 'port-taken' | 'start-failed';

/** Why the embedded Postgres did not start, as one sentence for the person at the terminal. */
export class EmbeddedPostgresError extends Error {
  constructor(
    readonly code: EmbeddedPostgresProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
  }
}

/** Names the cause where the operating system or Postgres gave one that a person can act upon. */
export function explain(error: unknown, folder: string, port?: number): EmbeddedPostgresError {
  if (error instanceof EmbeddedPostgresError) return error;
  const text =
    error instanceof Error ? `${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}` : String(error);
  const because = (code: EmbeddedPostgresProblem, message: string) =>
    new EmbeddedPostgresError(code, message, { cause: error });
  if (/ENOSPC|EDQUOT|No space left|quota exceeded/i.test(text)) {
    return because('disk-full', `The disk that holds ${folder} is full.`);
  }
  if (/Address already in use/i.test(text)) return because('port-taken', `Port ${port} is taken by another program.`);
  if (/lock file .* already exists/i.test(text)) {
    return because('folder-in-use', `The folder ${folder} is in use by another database server.`);
  }
  if (/EACCES|EPERM|EROFS|ENOTDIR|EEXIST|Permission denied|Read-only file system/i.test(text)) {
    return because('folder-not-writable', `The folder ${folder} cannot be written.`);
  }
  return because('start-failed', `The database in ${folder} did not start: ${text.trim()}`);
}
