import 'reflect-metadata';
import { describeAdministration } from './keycloak/administration';
import { describeBrowser } from './keycloak/browser';
import { describeProvisioning } from './keycloak/provisioning';
import { describeSignIn } from './keycloak/sign-in';
import { describeTokens } from './keycloak/tokens';
import { describeOutage } from './keycloak/outage';
import { type Api, KeycloakWorld } from './keycloak/world';

// A first start of Keycloak takes half a minute, and several on a busy machine.
jest.setTimeout(900_000);

let keycloak: KeycloakWorld;
let api: Api;
const world = () => ({ keycloak, api });

beforeAll(async () => {
  keycloak = await KeycloakWorld.start();
  api = await keycloak.api();
  await api.becomes(true);
});
afterAll(() => keycloak?.dispose());

describeSignIn(world);
describeTokens(world);
describeProvisioning(world);
describeAdministration(world);
describeBrowser(world);
describeOutage(world);
