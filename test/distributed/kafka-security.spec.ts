import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@mainstay/event-sourcing';
import { PostgresEventStore } from '@mainstay/event-store-postgres';
import { EVENTS_TOPIC, kafkaClient, migrateRelay } from '@mainstay/messaging-kafka';
import { migrateDatabase } from '@mainstay/product';
import { testDatabase, type TestDatabase } from '@mainstay/testing';
import { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } from 'kafkajs';
import { Client } from 'pg';
import { type RunningKafka, startKafka } from '../../infra/local/servers/kafka.mjs';
import { registered } from '../../libs/portfolio/src/account/account.fixtures';
import { ServiceProcess } from './service-process';

jest.setTimeout(180_000);

const STORE_PASSWORD = 'thrown away';
const passwords = { relay: 'relay signs in', projector: 'projector signs in', stranger: 'stranger signs in' };
type User = keyof typeof passwords;

/** As docs/operations.md tells an operator. */
const rights: [user: User, operation: AclOperationTypes, type: AclResourceTypes, name: string][] = [
  ['relay', AclOperationTypes.CREATE, AclResourceTypes.TOPIC, EVENTS_TOPIC],
  ['relay', AclOperationTypes.WRITE, AclResourceTypes.TOPIC, EVENTS_TOPIC],
  ['relay', AclOperationTypes.WRITE, AclResourceTypes.TRANSACTIONAL_ID, `mainstay-relay-${EVENTS_TOPIC}`],
  ['projector', AclOperationTypes.READ, AclResourceTypes.TOPIC, EVENTS_TOPIC],
  ['projector', AclOperationTypes.READ, AclResourceTypes.GROUP, 'mainstay-projectors'],
];

describe('Kafka with TLS, a sign-in and rights', () => {
  let folder: string;
  let broker: RunningKafka;
  let database: TestDatabase;
  let store: PostgresEventStore;
  const processes: ServiceProcess[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-kafka-tls-'));
    makeCertificate('broker');
    makeCertificate('another');
    [broker, database] = await Promise.all([
      startKafka({
        dataFolder: join(folder, 'kafka'),
        secured: { keyStore: join(folder, 'broker.p12'), storePassword: STORE_PASSWORD, users: passwords },
        properties: {
          'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
          'super.users': 'User:ANONYMOUS', // comes in by the address without a sign-in, and grants the rights
        },
      }),
      testDatabase(),
    ]);
    await migrateDatabase(database.urls.migrate);
    const owner = new Client({ connectionString: database.urls.migrate });
    await owner.connect();
    await migrateRelay(owner);
    await owner.end();
    store = new PostgresEventStore({ urls: database.urls });
    await grant();
  });
  afterAll(async () => {
    for (const { child } of processes) child.kill('SIGKILL');
    await store.close();
    await Promise.all([broker.stop(), database.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  /** A certificate for 127.0.0.1 that only itself vouches for: in a key store, and alone as PEM. */
  function makeCertificate(name: string): void {
    const keys = ['-alias', 'it', '-keystore', join(folder, `${name}.p12`), '-storepass', STORE_PASSWORD];
    const subject = ['-dname', `CN=${name}`, '-ext', 'san=ip:127.0.0.1', '-validity', '2'];
    const keytool = (...args: string[]) => execFileSync('keytool', args, { stdio: ['ignore', 'pipe', 'ignore'] });
    keytool('-genkeypair', '-keyalg', 'EC', '-storetype', 'PKCS12', ...subject, ...keys);
    writeFileSync(join(folder, `${name}.pem`), keytool('-exportcert', '-rfc', ...keys));
  }

  async function grant(): Promise<void> {
    const admin = kafkaClient({ brokers: broker.brokers, clientId: 'grants' }).admin();
    await admin.connect();
    await admin.createAcls({
      acl: rights.map(([user, operation, resourceType, resourceName]) => ({
        principal: `User:${user}`,
        host: '*',
        operation,
        permissionType: AclPermissionTypes.ALLOW,
        resourceType,
        resourceName,
        resourcePatternType: ResourcePatternTypes.LITERAL,
      })),
    });
    await admin.disconnect();
  }

  async function start(app: 'relay' | 'projector', user: User, more: NodeJS.ProcessEnv = {}): Promise<ServiceProcess> {
    const one = await ServiceProcess.start(app, {
      DATABASE_URL_API: database.urls.api,
      DATABASE_URL_PROJECTOR: database.urls.projector,
      DATABASE_URL_MIGRATE: database.urls.migrate,
      KAFKA_BROKERS: broker.securedBrokers.join(','),
      KAFKA_TOPIC_PARTITIONS: '2',
      KAFKA_TLS: 'yes',
      KAFKA_CA_FILE: join(folder, 'broker.pem'),
      KAFKA_SASL_MECHANISM: 'scram-sha-512',
      KAFKA_USERNAME: user,
      KAFKA_PASSWORD: passwords[user],
      ...more,
    });
    processes.push(one);
    return one;
  }

  const isReady = (one: ServiceProcess) => one.until(async () => (await one.readiness())?.ready === true);

  it('brings events from the store to the read models, each process with no more rights than it needs', async () => {
    const relay = await start('relay', 'relay');
    await isReady(relay);
    const projector = await start('projector', 'projector', { KAFKA_SASL_MECHANISM: 'plain' });
    await isReady(projector);
    const { type, data } = registered;
    for (const stream of ['portfolio.account-acme_1', 'portfolio.account-acme_2', 'portfolio.account-acme_3']) {
      const metadata = { schemaVersion: 1, actor: 'person-1', correlation: newId() };
      const events = [{ id: newId(), type, data, metadata }];
      await store.append({ tenant: 'acme', stream, expectedVersion: 0, events });
    }
    await relay.until(async () => /^mainstay_relay_events_total 3$/m.test((await relay.get('/metrics')).text));
    await projector.until(async () =>
      /^mainstay_projector_events_total 3$/m.test((await projector.get('/metrics')).text),
    );
  });

  it.each<[what: string, user: User, more: (folder: string) => NodeJS.ProcessEnv, sentence: string]>([
    [
      'a wrong password',
      'relay',
      () => ({ KAFKA_PASSWORD: 'guessed' }),
      'Kafka refuses the sign-in: KAFKA_USERNAME or KAFKA_PASSWORD is wrong.',
    ],
    [
      'a wrong password by another kind of sign-in',
      'relay',
      () => ({ KAFKA_PASSWORD: 'guessed', KAFKA_SASL_MECHANISM: 'plain' }),
      'Kafka refuses the sign-in: KAFKA_USERNAME or KAFKA_PASSWORD is wrong.',
    ],
    [
      'a kind of sign-in that the brokers do not have',
      'relay',
      () => ({ KAFKA_SASL_MECHANISM: 'scram-sha-256' }),
      'Kafka does not take this kind of sign-in: KAFKA_SASL_MECHANISM must name one that its brokers have.',
    ],
    [
      'a certificate that nobody vouches for',
      'relay',
      (folder) => ({ KAFKA_CA_FILE: join(folder, 'another.pem') }),
      'Nobody vouches for the certificate of the Kafka brokers (self-signed certificate): ' +
        'KAFKA_CA_FILE must hold the certificates of who issued it.',
    ],
    ['a user without rights', 'stranger', () => ({}), 'Kafka refuses a right that KAFKA_USERNAME needs'],
  ])('is not entered with %s, and the process says why', async (_, user, more, sentence) => {
    const relay = await start('relay', user, more(folder));
    await relay.until(() => relay.said().includes(sentence));
    expect(await relay.readiness()).toMatchObject({ ready: false, state: 'trying' });
    expect(relay.said()).not.toContain(passwords[user]);
    relay.child.kill('SIGTERM');
    expect(await relay.ended).toBe(0);
  });

  it('is not entered by a projector with a wrong password, which says why', async () => {
    const projector = await start('projector', 'projector', { KAFKA_PASSWORD: 'guessed' });
    await projector.until(() => projector.said().includes('KAFKA_USERNAME or KAFKA_PASSWORD is wrong.'));
    expect(await projector.readiness()).toMatchObject({ ready: false, isMember: false });
    projector.child.kill('SIGTERM');
    expect(await projector.ended).toBe(0);
  });
});
