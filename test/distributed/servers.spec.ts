import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { type RunningKafka, startKafka } from '../../infra/local/servers/kafka.mjs';
import { fetchArtifacts, parseCoordinates } from '../../infra/local/servers/maven.mjs';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('Artifacts of servers', () => {
  const paths: string[] = [];
  let repository: Server;
  let cache: string;

  beforeAll(async () => {
    repository = createServer(({ url }, response) => {
      paths.push(url!);
      if (url!.includes('missing')) response.statusCode = 404;
      response.end(`content of ${url}`);
    });
    await new Promise<void>((resolve) => repository.listen(0, '127.0.0.1', resolve));
    process.env.MAVEN_REPOSITORY = `http://127.0.0.1:${(repository.address() as AddressInfo).port}/maven2/`;
  });
  beforeEach(() => (cache = mkdtempSync(join(tmpdir(), 'mainstay-cache-'))));
  afterEach(() => {
    rmSync(cache, { recursive: true });
    paths.length = 0;
  });
  afterAll(() => {
    delete process.env.MAVEN_REPOSITORY;
    repository.close();
  });

  const jar = '/maven2/org/example/parts/1.0/parts-1.0.jar';
  const zip = '/maven2/org/example/whole/2.0/whole-2.0-dist.zip';
  const pins = {
    'org.example:parts:1.0': sha256(`content of ${jar}`),
    'org.example:whole:2.0:zip:dist': sha256(`content of ${zip}`),
  };

  it('are fetched once, also when two starts ask at the same time', async () => {
    const folders = await Promise.all([1, 2].map(() => fetchArtifacts({ name: 'server', pins, cache })));
    expect(new Set(folders).size).toBe(1);
    expect(readdirSync(folders[0]!).sort()).toEqual(['parts-1.0.jar', 'whole-2.0-dist.zip']);
    expect(readFileSync(join(folders[0]!, 'parts-1.0.jar'), 'utf8')).toBe(`content of ${jar}`);
    paths.length = 0;
    await fetchArtifacts({ name: 'server', pins, cache });
    expect(paths).toEqual([]);
    expect(readdirSync(join(cache, 'artifacts'))).toHaveLength(1);
  });

  it('are refused when one is not the file that was pinned, and nothing of it is kept', async () => {
    const wrong = { ...pins, 'org.example:parts:1.0': sha256('something else') };
    await expect(fetchArtifacts({ name: 'server', pins: wrong, cache })).rejects.toThrow(
      'org.example:parts:1.0 is not the file pinned',
    );
    expect(readdirSync(join(cache, 'artifacts'))).toEqual([]);
  });

  it('say which one a repository does not have', async () => {
    const missing = { 'org.example:missing:1.0': sha256('') };
    await expect(fetchArtifacts({ name: 'server', pins: missing, cache })).rejects.toThrow(
      /missing-1\.0\.jar cannot be fetched: the server answers 404/,
    );
  });

  it('are named by coordinates that lead nowhere else', () => {
    expect(() => parseCoordinates('org.example:../../etc:1.0')).toThrow('not the coordinates of a Maven artifact');
    expect(() => parseCoordinates('org.example')).toThrow('not the coordinates of a Maven artifact');
  });
});

describe('The Kafka broker of the local start', () => {
  let folder: string;
  let kafka: RunningKafka;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-kafka-'));
    kafka = await startKafka({ dataFolder: folder });
  }, 180_000);
  afterAll(async () => {
    await kafka.stop();
    rmSync(folder, { recursive: true });
  });

  it('keeps what it acknowledged through kill -9', async () => {
    const client = new Kafka({ brokers: kafka.brokers, logLevel: logLevel.NOTHING });
    const admin = client.admin();
    const producer = client.producer();
    await admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 1 }] });
    await producer.connect();
    await producer.send({ topic: 'kept', acks: -1, messages: [{ value: 'one' }, { value: 'two' }] });
    await kafka.kill();
    await kafka.restart();
    expect(await admin.fetchTopicOffsets('kept')).toMatchObject([{ partition: 0, high: '2' }]);
    await producer.disconnect();
    await admin.disconnect();
  }, 60_000);

  it('says what is missing where there is no Java', async () => {
    const home = process.env.JAVA_HOME;
    process.env.JAVA_HOME = folder;
    try {
      const other = mkdtempSync(join(tmpdir(), 'mainstay-kafka-'));
      await expect(startKafka({ dataFolder: other })).rejects.toThrow('Kafka needs Java 17 or later');
      rmSync(other, { recursive: true });
    } finally {
      if (home === undefined) delete process.env.JAVA_HOME;
      else process.env.JAVA_HOME = home;
    }
  });
});
