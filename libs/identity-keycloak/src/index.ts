export { KeycloakAdministration } from './keycloak-administration';
export type { AdminApiOptions } from './admin-api';
