// The tests that need real servers: Kafka and Keycloak on Java. `npm run test:distributed`.
const path = require('node:path');
const { testMatch: _, testPathIgnorePatterns: onServers, ...base } = require('../../jest.config.cjs');

module.exports = {
  ...base,
  rootDir: path.join(__dirname, '../..'),
  testPathIgnorePatterns: ['/node_modules/'],
  testRegex: onServers.slice(1),
  testTimeout: 120_000,
  maxWorkers: 2,
};
