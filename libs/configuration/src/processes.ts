import { databaseSection, storeSection, superuserSection } from './sections/database';
import { embeddedSection, listenSection, requestsSection } from './sections/http';
import { identitySection, personalDataSection } from './sections/identity';
import { kafkaSection } from './sections/kafka';
import { networkSection, processSection, telemetrySection } from './sections/process';
import type { Section } from './variable';

export type DatabaseRole = 'migrate' | 'api' | 'projector';

/** What each process is told: the sections of its configuration. */
export const processes = {
  'all-in-one': { process: processSection, embedded: embeddedSection, telemetry: telemetrySection },
  api: {
    process: processSection,
    http: listenSection,
    requests: requestsSection,
    database: databaseSection,
    store: storeSection,
    identity: identitySection,
    personalData: personalDataSection,
    network: networkSection,
    telemetry: telemetrySection,
  },
  relay: {
    process: processSection,
    http: listenSection,
    database: databaseSection,
    store: storeSection,
    kafka: kafkaSection,
    network: networkSection,
    telemetry: telemetrySection,
  },
  projector: {
    process: processSection,
    http: listenSection,
    database: databaseSection,
    store: storeSection,
    kafka: kafkaSection,
    network: networkSection,
    telemetry: telemetrySection,
  },
  migrate: {
    process: processSection,
    database: databaseSection,
    superuser: superuserSection,
    network: networkSection,
  },
  events: {
    database: databaseSection,
    store: storeSection,
    personalData: personalDataSection,
    network: networkSection,
  },
  rewrap: {
    process: processSection,
    database: databaseSection,
    personalData: personalDataSection,
    network: networkSection,
  },
} satisfies Record<string, Record<string, Section>>;

export type ProcessName = keyof typeof processes;

/** The roles of the database that each process signs in as. */
export const databaseRolesOf = {
  'all-in-one': [],
  api: ['api', 'projector'],
  relay: ['api', 'projector'],
  projector: ['api', 'projector', 'migrate'],
  migrate: ['api', 'projector', 'migrate'],
  events: ['api', 'projector'],
  rewrap: ['migrate'],
} as const satisfies Record<ProcessName, readonly DatabaseRole[]>;
