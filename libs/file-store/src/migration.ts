/**
 * Schema of the file store, run by the owner of the database. Every statement may be run again. The services read and
 * add content of the tenant at hand; nobody can change or remove any, because the history names it by its hash.
 */
export const fileStoreSchema = (roles: { readonly api: string } = { api: 'mainstay_api' }): string => `
CREATE SCHEMA IF NOT EXISTS files;
CREATE TABLE IF NOT EXISTS files.content (
  tenant text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea STORAGE EXTERNAL NOT NULL,
  size integer NOT NULL CHECK (size = length(bytes)),
  added timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant, sha256)
);
ALTER TABLE files.content ENABLE ROW LEVEL SECURITY;
ALTER TABLE files.content FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_at_hand ON files.content;
CREATE POLICY tenant_at_hand ON files.content
  USING (tenant = NULLIF(current_setting('app.tenant', true), ''))
  WITH CHECK (tenant = NULLIF(current_setting('app.tenant', true), ''));
GRANT USAGE ON SCHEMA files TO ${roles.api};
GRANT SELECT, INSERT ON files.content TO ${roles.api};
`;
