import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Configuration, type Environment, readConfiguration } from '@mainstay/configuration';

export interface Settings {
  readonly port: number;
  readonly dataFolder: string;
  readonly logLevel: string;
  readonly requestsPerMinute: number;
  /** Origin of a separately served web page (development). */
  readonly webOrigin?: string;
  readonly telemetry: Configuration<'all-in-one'>['telemetry'];
}

/** @throws ConfigurationError naming each variable that breaks its rule */
export function readSettings(env: Environment): Settings {
  const { process, embedded, telemetry } = readConfiguration('all-in-one', env);
  const { port, dataFolder, requestsPerMinute, webOrigin } = embedded;
  return {
    port,
    dataFolder: dataFolder ?? userDataFolder(env),
    logLevel: process.logLevel,
    requestsPerMinute,
    webOrigin,
    telemetry,
  };
}

function userDataFolder(env: Environment): string {
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Mainstay');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Mainstay');
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'mainstay');
}
