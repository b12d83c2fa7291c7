import { type Catalogue, catalogueOf } from './catalogue';
import actions from './phase-audit-1.json';
import structure from './phase-audit-structure.json';

const versions: ReadonlyMap<number, Catalogue> = new Map(
  [catalogueOf(actions, structure)].map((catalogue) => [catalogue.version, catalogue]),
);

/** The version that a new audit is made under. */
export const presentPhaseAudit = 1;

/** Undefined for a version that was never published. */
export const phaseAudit = (version: number): Catalogue | undefined => versions.get(version);

/** For a version that a recorded audit names. */
export function phaseAuditOf(version: number): Catalogue {
  const catalogue = versions.get(version);
  if (!catalogue) throw new Error(`This release does not hold version ${version} of the phase audit catalogue.`);
  return catalogue;
}
