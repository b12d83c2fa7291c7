/**
 * Schema of the vault, run by the owner of the database. Every statement may be run again. The services read and add
 * keys of the tenant at hand and cannot change one; deleting one is how a person's data is erased. The owner wraps all anew
 * when the master key is changed.
 */
export const vaultSchema = (roles = { api: 'mainstay_api', owner: 'mainstay_migrate' }): string => `
CREATE SCHEMA IF NOT EXISTS vault;
CREATE TABLE IF NOT EXISTS vault.subject_key (
  tenant text NOT NULL,
  subject text NOT NULL,
  key_id text NOT NULL,
  wrapped bytea NOT NULL,
  PRIMARY KEY (tenant, subject)
);
ALTER TABLE vault.subject_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE vault.subject_key FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_at_hand ON vault.subject_key;
CREATE POLICY tenant_at_hand ON vault.subject_key
  USING (tenant = NULLIF(current_setting('app.tenant', true), ''))
  WITH CHECK (tenant = NULLIF(current_setting('app.tenant', true), ''));
DROP POLICY IF EXISTS every_tenant ON vault.subject_key;
CREATE POLICY every_tenant ON vault.subject_key TO ${roles.owner} USING (true) WITH CHECK (true);
GRANT USAGE ON SCHEMA vault TO ${roles.api};
GRANT SELECT, INSERT, DELETE ON vault.subject_key TO ${roles.api};
`;
