// Loads the demo enterprise through the public address, once, where MAINSTAY_DEMO=yes; a load that was cut short goes on.
import { createRequire } from 'node:module';

const { MAINSTAY_DEMO, MAINSTAY_DEMO_KEY, MAINSTAY_URL, KEYCLOAK_TOKEN_ISSUER, MAINSTAY_DEMO_TODAY } = process.env;
if (MAINSTAY_DEMO !== 'yes') {
  console.log('MAINSTAY_DEMO is not yes: nothing to load.');
  process.exit(0);
}
const { loadDemo } = createRequire(import.meta.url)('../../dist/server/apps/all-in-one/src/demo/load.js');
let told = 0;
await loadDemo({
  url: MAINSTAY_URL,
  issuer: KEYCLOAK_TOKEN_ISSUER,
  demoKey: MAINSTAY_DEMO_KEY,
  today: MAINSTAY_DEMO_TODAY ? new Date(MAINSTAY_DEMO_TODAY) : new Date(new Date().toISOString().slice(0, 10)),
  progress: (done, total) => {
    const percent = Math.floor((100 * done) / total);
    if (percent >= told + 10) console.log(`Loading the demo enterprise: ${(told = percent)} %`);
  },
});
console.log('The demo enterprise is there.');
