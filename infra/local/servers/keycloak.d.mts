export declare const KEYCLOAK_VERSION: string;
export interface KeycloakOptions {
  /** Holds the database, the log and the imported realm. */
  readonly dataFolder: string;
  /** Imported on the first start on a data folder and left alone after; without one there is the realm `master` only. */
  readonly realmFile?: string;
  /** The same as an object. */
  readonly realm?: object;
  readonly port?: number;
  readonly url?: string;
  /** First administrator of the server, made on the first start on a data folder; a random password where left out. */
  readonly admin?: { readonly username: string; readonly password: string };
  readonly env?: Readonly<Record<string, string>>;
  /** Java heap; '384m'. */
  readonly heap?: string;
  readonly cache?: string;
  readonly log?: (line: string) => void;
}
export interface RunningKeycloak {
  readonly url: string;
  readonly port: number;
  readonly issuer: string;
  readonly admin: { readonly username: string; readonly password: string };
  readonly dataFolder: string;
  readonly pid: number;
  stop(): Promise<void>;
  kill(): Promise<void>;
  pause(): void;
  resume(): void;
  restart(): Promise<void>;
}
export declare function keycloakInstallation(options?: Pick<KeycloakOptions, 'cache' | 'log'>): Promise<string>;
export declare function startKeycloak(options: KeycloakOptions): Promise<RunningKeycloak>;
