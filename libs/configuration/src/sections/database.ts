import { z } from 'zod';
import { eventStoreAddress, postgresAddress, text, wholeNumber } from '../forms';
import { optional, type Section, variable } from '../variable';

const urlOf = (role: string, lets: string) =>
  optional({
    name: `DATABASE_URL_${role}`,
    description: `Address of PostgreSQL for the role that ${lets}, with its password; takes the place of host and password.`,
    rule: 'must be a postgres:// address',
    schema: postgresAddress,
    secret: true,
  });

const passwordOf = (role: string) =>
  optional({
    name: `DATABASE_PASSWORD_${role}`,
    description: `Password of mainstay_${role.toLowerCase()}, where DATABASE_HOST is given.`,
    rule: 'must not be empty',
    schema: text,
    secret: true,
  });

export const databaseSection = {
  title: 'PostgreSQL',
  fields: {
    host: optional({
      name: 'DATABASE_HOST',
      description: 'Host of PostgreSQL, from which the addresses of the roles are made.',
      rule: 'must not be empty',
      schema: text,
    }),
    port: variable({
      name: 'DATABASE_PORT',
      description: 'Its port.',
      rule: 'must be a whole number from 1 to 65535',
      schema: wholeNumber(1, 65_535),
      default: '5432',
    }),
    name: variable({
      name: 'DATABASE_NAME',
      description: 'Name of the database.',
      rule: 'must not be empty',
      schema: text,
      default: 'mainstay',
    }),
    tls: variable({
      name: 'DATABASE_TLS',
      description:
        'With `verify` the connection is encrypted and the server proves who it is; `off` is plain text, for the same host.',
      rule: 'must be verify or off',
      schema: z.enum(['verify', 'off']),
      default: 'off',
    }),
    caFile: optional({
      name: 'DATABASE_CA_FILE',
      description: 'Certificates that vouch for PostgreSQL (PEM); left out: those of the system.',
      rule: 'must name a file',
      schema: text,
    }),
    urlApi: urlOf('API', 'serves requests'),
    urlProjector: urlOf('PROJECTOR', 'writes read models and reads the feed'),
    urlMigrate: urlOf('MIGRATE', 'owns the tables'),
    passwordApi: passwordOf('API'),
    passwordProjector: passwordOf('PROJECTOR'),
    passwordMigrate: passwordOf('MIGRATE'),
  },
} satisfies Section;

export const superuserSection = {
  title: 'Preparing the database (npm run migrate)',
  fields: {
    superuserUrl: optional({
      name: 'DATABASE_URL_SUPERUSER',
      description:
        'Address with which roles and database are made. Left out: they are there already, and only schemas are brought up to date.',
      rule: 'must be a postgres:// address',
      schema: postgresAddress,
      secret: true,
    }),
  },
} satisfies Section;

export const storeSection = {
  title: 'Event store',
  fields: {
    eventStoreDbUrl: optional({
      name: 'EVENTSTOREDB_URL',
      description: 'Events live in EventStoreDB at this address; left out: in PostgreSQL.',
      rule: 'must be an esdb:// address',
      schema: eventStoreAddress,
      secret: true,
    }),
  },
} satisfies Section;
