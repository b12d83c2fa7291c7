// Writes the realm that Keycloak imports on its first start. With MAINSTAY_DEMO=yes it holds the people of the demo enterprise,
// whose password everybody knows; never with NODE_ENV=production.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { demoRealm, readRealm } from '../keycloak/demo-realm.mjs';

const { MAINSTAY_DEMO, NODE_ENV, MAINSTAY_WEB_ORIGIN, MAINSTAY_PROVISIONER_SECRET } = process.env;
const folder = process.argv[2] ?? '/import';
const demo = MAINSTAY_DEMO === 'yes';
if (demo && NODE_ENV === 'production') {
  console.error('MAINSTAY_DEMO must not be yes in production: the password of the demo people is known to everybody.');
  process.exit(1);
}
const require = createRequire(import.meta.url);
const people = demo && require('../../dist/server/apps/all-in-one/src/demo/people.js');
const realm = demoRealm({
  organizations: demo ? people.demoOrganizations : [],
  people: demo ? people.demoPeople : [],
  password: demo ? people.DEMO_PASSWORD : '',
  webOrigins: [MAINSTAY_WEB_ORIGIN],
  provisionerSecret: MAINSTAY_PROVISIONER_SECRET,
  realm: readRealm(),
});
if (!demo) realm.clients = realm.clients.filter(({ clientId }) => clientId !== 'mainstay-cli');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'mainstay.json'), JSON.stringify(realm), { mode: 0o644 });
console.log(`The realm is written${demo ? ', with the people of the demo' : ''}.`);
