export type Account = { readonly realm: string; readonly clientId: string } & (
  { readonly clientSecret: string } | { readonly username: string; readonly password: string }
);
export type AdminCall = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  accepted?: readonly number[],
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- every representation of Keycloak passes here
) => Promise<{ readonly status: number; readonly body: any }>;
export declare function adminApi(options: { readonly url: string; readonly account: Account }): Promise<AdminCall>;
