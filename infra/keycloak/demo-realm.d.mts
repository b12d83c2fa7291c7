/** As much of Keycloak's RealmRepresentation as is worked with here. */
export interface Realm {
  readonly realm: string;
  readonly roles: { readonly client: Readonly<Record<string, readonly { readonly name: string }[]>> };
  readonly clients: readonly (object & { readonly clientId: string })[];
  readonly users: readonly object[];
  readonly accessTokenLifespan: number;
}
export interface DemoRealmOptions {
  readonly organizations: readonly { readonly id: string; readonly alias: string; readonly name: string }[];
  readonly people: readonly {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    readonly email: string;
    readonly memberships: Readonly<Record<string, string | readonly string[]>>;
  }[];
  readonly password: string;
  readonly webOrigins: readonly string[];
  readonly provisionerSecret: string;
  readonly realm?: Realm;
}
export declare const SCRIPT_CLIENT: string;
export declare const realmFile: string;
export declare function readRealm(): Realm;
export declare function demoRealm(options: DemoRealmOptions): Realm;
export declare function webAddresses(origins: readonly string[], attributes?: object): object;
