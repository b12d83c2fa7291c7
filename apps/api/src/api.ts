import { setTimeout as delay } from 'node:timers/promises';
import type { Configuration } from '@mainstay/configuration';
import { CommandRunner } from '@mainstay/event-sourcing';
import { newRegistry } from '@mainstay/http';
import { TokenVerifier } from '@mainstay/identity';
import { KeycloakAdministration } from '@mainstay/identity-keycloak';
import { partitionOf } from '@mainstay/messaging-kafka';
import {
  createServerApp,
  measureReadModels,
  openDatabase,
  startCalendar,
  StartState,
  storedReadModels,
} from '@mainstay/product';
import { UnfinishedWork } from '@mainstay/portfolio';
import { StoredProgress } from '@mainstay/read-store';
import { type RunningService, untilAvailable } from '@mainstay/service';
import { openTracer } from '@mainstay/telemetry';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { demoClock } from './demo-clock';
import { openStore } from './store';

/** Commands and queries over HTTP, with nothing embedded: one of any number of copies. */
export async function startApi(
  configuration: Configuration<'api'>,
  logger: Logger,
  signal: AbortSignal,
): Promise<RunningService> {
  const { database: addresses, identity, requests, http, production } = configuration;
  const { urls } = addresses;
  const onProblem = (error: Error) => logger.warn({ err: error }, 'waiting');
  const metrics = newRegistry();
  const tracer = await openTracer({ service: 'mainstay-api', ...configuration.telemetry });
  const startState = new StartState();

  const store = await openStore(configuration, metrics);
  const states = statesPool(urls.projector);
  const readModels = storedReadModels(states, store);
  measureReadModels(metrics, readModels);
  const progress = new StoredProgress(states, partitionOf);
  const { key: masterKey, alsoKey } = configuration.personalData;
  const open = () => openDatabase({ url: urls.api, store, progress, personalData: { masterKey, alsoKey } });
  const database = await untilAvailable(open, { onProblem, signal });

  const app = await createServerApp({
    platform: { store, ...database, readModels, metrics, tracer, startState },
    tokens: { issuer: identity.issuer, audience: identity.audience, jwksUrl: identity.jwksUrl },
    administration: administrationOf(identity),
    production,
    logger,
    metrics,
    security: {
      issuerOrigin: new URL(identity.issuer).origin,
      requestsPerMinute: requests.perMinute,
      https: production,
    },
    trustedProxies: requests.trustedProxies,
    demoClock: demoClock(requests.demoKey),
  });
  await app.listen(http.port, http.host);

  const warm = untilAvailable(() => app.get(TokenVerifier).warm(), { onProblem, signal });
  warm.catch(() => undefined); // told to end before Keycloak answered
  const calendar = startCalendar(urls.projector, app.get(CommandRunner), app.get(UnfinishedWork), warm, (error) =>
    logger.warn({ err: error }, 'calendar'),
  );
  return {
    says: `the API listens on ${http.host}:${http.port}`,
    stop: async () => {
      startState.end();
      await delay(requests.drainSeconds * 1_000);
      await Promise.all([app.close(), calendar.stop()]);
      await Promise.all([database.close(), store.close(), states.end(), tracer.close()]);
    },
  };
}

/** Asks how far the read models are: one short question at a time, apart from the pages' connections. */
function statesPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    application_name: 'mainstay read models',
  });
  pool.on('error', () => undefined); // a lost connection shows at the next question
  return pool;
}

/** Where no service account is given, members are looked after in Keycloak alone. */
function administrationOf({
  adminUrl,
  adminClientId: clientId,
  adminClientSecret: clientSecret,
}: Configuration<'api'>['identity']) {
  return adminUrl && clientSecret ? new KeycloakAdministration({ adminUrl, clientId, clientSecret }) : undefined;
}
