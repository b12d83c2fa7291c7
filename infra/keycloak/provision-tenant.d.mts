import type { AdminCall } from './admin.mjs';
import type { Realm } from './demo-realm.mjs';

export declare function provisionTenant(options: {
  readonly call: AdminCall;
  readonly realm: Realm;
  readonly alias: string;
  readonly name: string;
  readonly domains?: readonly string[];
  readonly administrator?: string;
}): Promise<{ id: string; changes: string[] }>;
