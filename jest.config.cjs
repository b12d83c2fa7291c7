const { availableParallelism } = require('node:os');
const path = require('node:path');

// Packages that ship as ES modules only; Jest runs CommonJS, so they are compiled like our own code.
const esmOnly = [
  '@nestjs',
  '@fastify',
  'fastify',
  'content-disposition',
  'oidc-provider',
  'jose',
  'nanoid',
  'quick-lru',
  'koa',
  '@koa',
  'eta',
  'oidc-token-hash',
  'jsesc',
  'raw-body',
  'file-type',
  'token-types',
  'strtok3',
  'uint8array-extras',
  '@tokenizer',
  // Loads its own parts by import(), which Jest has not got either.
  '@opentelemetry',
  'find-my-way',
  'light-my-request',
];

/** Tests that start Kafka or Keycloak, which need Java: `npm run test:distributed` (test/distributed/jest.config.cjs). */
const onServers = ['/test/distributed/.*\\.spec\\.ts$', '/libs/messaging-kafka/src/(relay|consumer)/.*\\.spec\\.ts$'];

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...onServers],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@mainstay/([^/]+)$': path.join(__dirname, 'libs/$1/src/index.ts'),
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'commonjs' },
      },
    ],
    '^.+\\.m?js$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  globalSetup: '<rootDir>/test/support/jest/setup.ts',
  globalTeardown: '<rootDir>/libs/testing/src/jest/teardown.ts',
  testSequencer: '<rootDir>/test/support/jest/longest-first.cjs',
  // On two cores too: a test often waits for a product, a database or a browser.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // Ends what hangs; no test is about how fast the machine is, and many start a whole product first.
  testTimeout: 120_000,
};
