import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError } from './start/start-error';

const environment = z.object({
  PORT: z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(1, 'must be 1 to 65535')
    .max(65535, 'must be 1 to 65535')
    .default(3000),
  MAINSTAY_DATA: z.string().min(1, 'must name a folder').optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], { error: 'must be a pino level' })
    .default('info'),
  MAINSTAY_REQUESTS_PER_MINUTE: z.coerce.number({ error: 'must be a number' }).int().min(1).default(6000),
  MAINSTAY_WEB_ORIGIN: z.url('must be an address').optional(),
});

export interface Configuration {
  readonly port: number;
  readonly dataFolder: string;
  readonly logLevel: string;
  readonly requestsPerMinute: number;
  /** Origin of a separately served web page (development). */
  readonly webOrigin?: string;
}

/** @throws StartError naming the variable and its rule */
export function readConfiguration(env: NodeJS.ProcessEnv): Configuration {
  if (env.NODE_ENV === 'production') {
    throw new StartError(
      'NODE_ENV is production: this start uses the embedded database and identity provider, which are for one machine only.',
    );
  }
  const result = environment.safeParse(env);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    throw new StartError(`${issue.path.join('.')} ${issue.message}.`);
  }
  const { PORT, MAINSTAY_DATA, LOG_LEVEL, MAINSTAY_REQUESTS_PER_MINUTE, MAINSTAY_WEB_ORIGIN } = result.data;
  return {
    port: PORT,
    dataFolder: MAINSTAY_DATA ?? userDataFolder(env),
    logLevel: LOG_LEVEL,
    requestsPerMinute: MAINSTAY_REQUESTS_PER_MINUTE,
    webOrigin: MAINSTAY_WEB_ORIGIN,
  };
}

function userDataFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Mainstay');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Mainstay');
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'mainstay');
}
