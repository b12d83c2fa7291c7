// Starts a real Kafka broker (KRaft, one node) with no Docker: the jars come from Maven Central, Java from the machine.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, openSync, closeSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Kafka, logLevel } from 'kafkajs';
import { freePort } from '../free-port.mjs';
import { fetchArtifacts } from './maven.mjs';

const PINS = join(dirname(fileURLToPath(import.meta.url)), 'kafka.artifacts.json');
const READY_WITHIN = 60_000;
const STOP_WITHIN = 15_000;
/** One node, little memory: as few threads, internal partitions and buffers as it needs. */
const SMALL = {
  'num.network.threads': 2,
  'num.io.threads': 4,
  'offsets.topic.replication.factor': 1,
  'offsets.topic.num.partitions': 2,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'transaction.state.log.num.partitions': 1,
  'group.initial.rebalance.delay.ms': 0,
  // After a kill the broker may register again only when the controller has given up the one before.
  'broker.session.timeout.ms': 3_000,
  'broker.heartbeat.interval.ms': 500,
  'log.cleaner.dedupe.buffer.size': 2_097_152,
  'auto.create.topics.enable': false,
};
const JVM = [
  '-Xms64m',
  '-Xmx256m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Dorg.apache.logging.log4j.level=WARN',
];

const java = () => (process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java');

/**
 * Answers once the broker answers. What is in `dataFolder` from before is kept. `behindProxy`: a port of 127.0.0.1 that the
 * broker names to clients that come in by `proxyTarget`, so that a proxy between them can cut the line. `secured`: with TLS
 * and a sign-in as well, at an address of its own.
 */
export async function startKafka({ dataFolder, port, behindProxy, secured, properties = {}, log = () => undefined }) {
  const jars = await fetchArtifacts({ name: 'kafka', pins: JSON.parse(await readFile(PINS, 'utf8')), log });
  const classPath = ['-cp', join(jars, '*')];
  const ports = {
    client: port ?? (await freePort()),
    controller: await freePort(),
    proxyTarget: await freePort(),
    secured: await freePort(),
  };
  const settings = join(dataFolder, 'server.properties');
  const logFile = join(dataFolder, 'kafka.log');
  await mkdir(dataFolder, { recursive: true });
  await writeFile(
    settings,
    propertiesText({ ...configuration(dataFolder, ports, behindProxy, secured), ...properties }),
  );
  if (!existsSync(join(dataFolder, 'log', 'meta.properties'))) {
    const tool = launch(
      [...classPath, 'kafka.tools.StorageTool', 'format', '-t', clusterId(), '-c', settings, ...scramUsers(secured)],
      logFile,
    );
    if ((await tool.ended).code !== 0) throw new Error(`Kafka's folder cannot be prepared. ${await lastOf(logFile)}`);
  }

  let broker;
  const start = async () => {
    if (broker?.running()) return;
    broker = launch([...JVM, ...classPath, 'kafka.Kafka', settings], logFile);
    await becomesReady(broker, ports.client, logFile);
    log(`Kafka answers at 127.0.0.1:${ports.client}.`);
  };
  const kill = async (signal = 'SIGKILL') => {
    broker.process.kill(signal);
    if (signal === 'SIGKILL' || signal === 'SIGTERM') await broker.ended;
  };
  const stop = async () => {
    if (!broker.running()) return;
    broker.process.kill('SIGCONT');
    broker.process.kill('SIGTERM');
    const ended = await Promise.race([broker.ended, delay(STOP_WITHIN, undefined, { ref: false })]);
    if (!ended) await kill();
  };
  await start();
  return {
    port: ports.client,
    brokers: [`127.0.0.1:${ports.client}`],
    proxyTarget: ports.proxyTarget,
    securedBrokers: secured ? [`127.0.0.1:${ports.secured}`] : [],
    get pid() {
      return broker.process.pid;
    },
    kill,
    restart: start,
    stop,
  };
}

function configuration(dataFolder, ports, behindProxy, secured) {
  const { client, controller, proxyTarget } = ports;
  const more = secured ? { SECURED: ports.secured } : {};
  const listeners = { PLAINTEXT: client, ...(behindProxy ? { PROXIED: proxyTarget } : {}), ...more };
  const advertised = { PLAINTEXT: client, ...(behindProxy ? { PROXIED: behindProxy } : {}), ...more };
  const text = (ports) => Object.entries(ports).map(([name, port]) => `${name}://127.0.0.1:${port}`);
  return {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controller}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: [...text(listeners), `CONTROLLER://127.0.0.1:${controller}`],
    'advertised.listeners': text(advertised),
    'inter.broker.listener.name': 'PLAINTEXT',
    'listener.security.protocol.map': [
      ...['PLAINTEXT', 'PROXIED', 'CONTROLLER'].map((name) => `${name}:PLAINTEXT`),
      'SECURED:SASL_SSL',
    ],
    'log.dirs': join(dataFolder, 'log'),
    ...(secured ? securedListener(secured) : {}),
    ...SMALL,
  };
}

/** Everybody may sign in by PLAIN and by SCRAM-SHA-512. */
function securedListener({ keyStore, storePassword, users }) {
  const module = 'org.apache.kafka.common.security';
  const known = Object.entries(users).map(([name, password]) => ` user_${name}="${password}"`);
  return {
    'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-512',
    'listener.name.secured.plain.sasl.jaas.config': `${module}.plain.PlainLoginModule required${known.join('')};`,
    'listener.name.secured.scram-sha-512.sasl.jaas.config': `${module}.scram.ScramLoginModule required;`,
    'listener.name.secured.ssl.keystore.type': 'PKCS12',
    'listener.name.secured.ssl.keystore.location': keyStore,
    'listener.name.secured.ssl.keystore.password': storePassword,
    'listener.name.secured.ssl.key.password': storePassword,
  };
}

const scramUsers = ({ users = {} } = {}) =>
  Object.entries(users).flatMap(([name, password]) => [
    '--add-scram',
    `SCRAM-SHA-512=[name=${name},password=${password}]`,
  ]);

/** 16 bytes as text; the first bit is 0, so that it does not begin with a hyphen. */
function clusterId() {
  const bytes = randomBytes(16);
  bytes[0] &= 0x7f;
  return bytes.toString('base64url');
}

const propertiesText = (all) =>
  Object.entries(all)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

/** Ends with this process, whatever ends it but kill -9. */
function launch(args, logFile) {
  const output = openSync(logFile, 'a');
  const child = spawn(java(), args, { stdio: ['ignore', output, output] });
  closeSync(output);
  const endIt = () => child.kill('SIGKILL');
  process.once('exit', endIt);
  const ended = new Promise((resolve, reject) => {
    child.once('error', (error) => reject(error.code === 'ENOENT' ? new Error(NO_JAVA) : error));
    child.once('exit', (code, signal) => {
      process.removeListener('exit', endIt);
      resolve({ code, signal });
    });
  });
  return { process: child, ended, running: () => child.exitCode === null && child.signalCode === null };
}

const NO_JAVA = 'Kafka needs Java 17 or later: there is no `java` in JAVA_HOME or on the PATH.';

async function becomesReady(broker, port, logFile) {
  const ended = broker.ended.then(() => true);
  const kafka = new Kafka({
    brokers: [`127.0.0.1:${port}`],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 1_000,
    retry: { retries: 0 },
  });
  for (const until = Date.now() + READY_WITHIN; Date.now() < until;) {
    if (await Promise.race([ended, delay(200, false)]))
      throw new Error(`Kafka ended at its start. ${await lastOf(logFile)}`);
    if (await answers(kafka.admin())) return;
  }
  await broker.process.kill('SIGKILL');
  throw new Error(`Kafka does not answer after ${READY_WITHIN / 1000} s. ${await lastOf(logFile)}`);
}

async function answers(admin) {
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } catch {
    return false;
  } finally {
    await admin.disconnect();
  }
}

const lastOf = async (file) => (await readFile(file, 'utf8')).trim().slice(-2000);
