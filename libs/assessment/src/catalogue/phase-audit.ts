import { type Catalogue, catalogueOf } from './catalogue';
import first from './phase-audit-1.json';
import second from './phase-audit-2.json';
import structure from './phase-audit-structure.json';

/** Phases, periods, streams and scale are the same in every version so far. */
const versions: ReadonlyMap<number, Catalogue> = new Map(
  [first, second].map((actions) => [actions.version, catalogueOf(actions, { ...structure, version: actions.version })]),
);

/** The version that a new audit is made under. */
export const presentPhaseAudit = 2;

/** Every version ever published, oldest first: an old audit keeps its own. */
export const phaseAudits: readonly Catalogue[] = [...versions.values()];

/** Undefined for a version that was never published. */
export const phaseAudit = (version: number): Catalogue | undefined => versions.get(version);

/** For a version that a recorded audit names. */
export function phaseAuditOf(version: number): Catalogue {
  const catalogue = versions.get(version);
  if (!catalogue) throw new Error(`This release does not hold version ${version} of the phase audit catalogue.`);
  return catalogue;
}
