import type { AdminCall } from './admin.mjs';
import type { Realm } from './demo-realm.mjs';

export declare function provisionRealm(options: {
  readonly call: AdminCall;
  readonly realm: Realm;
  readonly webOrigins: readonly string[];
  readonly provisionerSecret: string;
}): Promise<string[]>;
