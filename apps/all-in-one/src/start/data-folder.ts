import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError, explain } from '@mainstay/embedded-postgres';

export interface DemoState {
  readonly state: 'loading' | 'loaded' | 'none';
  /** The day the demo counts back from: a load that was cut short goes on with the same dates. */
  readonly today: string;
}

export interface Running {
  readonly postgresPort: number;
}

/** Secrets made on the first start and kept beside the data. */
export interface Secrets {
  readonly postgresPassword: string;
  readonly servicePassword: string;
  /** 32 bytes, base64: wraps the keys of personal data. */
  readonly personalDataKey: string;
}

/** What Mainstay keeps on disk: the database, its keys, its log, and whether the demo enterprise is in it. */
export class DataFolder {
  constructor(readonly path: string) {}

  /** @throws EmbeddedPostgresError when the folder cannot be made or written */
  create(): void {
    try {
      for (const folder of [this.path, this.keys, this.logs]) mkdirSync(folder, { recursive: true, mode: 0o700 });
    } catch (error) {
      throw error instanceof EmbeddedPostgresError ? error : explain(error, this.path);
    }
  }

  get postgres(): string {
    return join(this.path, 'postgres');
  }

  get logs(): string {
    return join(this.path, 'logs');
  }

  get signingKeyFile(): string {
    return join(this.keys, 'identity-signing-key.json');
  }

  get identityDirectoryFile(): string {
    return join(this.keys, 'identity-directory.json');
  }

  /** Where the database of a running product is, for commands such as `npm run rebuild`. */
  running(): Running | undefined {
    return existsSync(this.runningFile) ? (JSON.parse(readFileSync(this.runningFile, 'utf8')) as Running) : undefined;
  }

  setRunning(running: Running): void {
    this.writeWhole(this.runningFile, running);
  }

  clearRunning(): void {
    rmSync(this.runningFile, { force: true });
  }

  secrets(): Secrets {
    const file = join(this.keys, 'secrets.json');
    if (!existsSync(file)) {
      const secret = (bytes: number) => randomBytes(bytes).toString('base64url');
      const made: Secrets = {
        postgresPassword: secret(24),
        servicePassword: secret(24),
        personalDataKey: randomBytes(32).toString('base64'),
      };
      this.writeWhole(file, made);
    }
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  }

  demoState(): DemoState | undefined {
    const file = join(this.path, 'demo.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoState) : undefined;
  }

  setDemoState(state: DemoState): void {
    this.writeWhole(join(this.path, 'demo.json'), state);
  }

  private get runningFile(): string {
    return join(this.path, 'running.json');
  }

  private get keys(): string {
    return join(this.path, 'keys');
  }

  /** A file is there whole or not at all, whenever the process ends. */
  private writeWhole(file: string, content: unknown): void {
    writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
}
