// A process of its own that starts the server, writes one row, tells the server's number, and waits to be killed.
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

require.extensions['.ts'] = (module, file) => {
  const options = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };
  module._compile(transformSync(readFileSync(file, 'utf8'), { ...options, filename: file }).code, file);
};
const { Client } = require('pg');
const { startEmbeddedPostgres } = require('./start.ts');

async function main() {
  const server = await startEmbeddedPostgres({ dataDir: process.argv[2], password: 'pass:word/?#' });
  const client = new Client({ connectionString: server.superuserUrl });
  await client.connect();
  await client.query('create table written as select 7 as answer');
  process.send({ serverPid: server.process.pid });
}

void main();
