import { z } from 'zod';
import { networks, origin, text, wholeNumber } from '../forms';
import { optional, type Section, variable } from '../variable';

const port = variable({
  name: 'PORT',
  description: 'Port that the process listens on: its pages and routes, or health and metrics alone.',
  rule: 'must be a whole number from 1 to 65535',
  schema: wholeNumber(1, 65_535),
  default: '3000',
});

export const listenSection = {
  title: 'HTTP',
  fields: {
    port,
    host: variable({
      name: 'HOST',
      description: 'Address that the process listens on; 0.0.0.0 in a container.',
      rule: 'must not be empty',
      schema: text,
      default: '127.0.0.1',
    }),
  },
} satisfies Section;

export const requestsSection = {
  title: 'Requests',
  fields: {
    perMinute: variable({
      name: 'MAINSTAY_REQUESTS_PER_MINUTE',
      description: 'Requests a minute that one signed-in person, or one address without sign-in, may send.',
      rule: 'must be a whole number from 1 to 1000000',
      schema: wholeNumber(1, 1_000_000),
      default: '6000',
    }),
    trustedProxies: optional({
      name: 'MAINSTAY_TRUSTED_PROXIES',
      description:
        'Addresses or networks of the proxies in front, whose word is taken for the address of a client; left out: nobody’s.',
      rule: 'must be IP addresses or networks such as 10.0.0.0/8, separated by commas',
      schema: networks,
    }),
    drainSeconds: variable({
      name: 'MAINSTAY_DRAIN_SECONDS',
      description: 'How long a process that is told to end goes on answering, so that load balancers notice first.',
      rule: 'must be a whole number from 0 to 300',
      schema: wholeNumber(0, 300),
      default: '5',
    }),
    demoKey: optional({
      name: 'MAINSTAY_DEMO_KEY',
      description:
        'Whoever sends this key may say when something was recorded: how the demo enterprise gets its past. Refused in production.',
      rule: 'must have 24 characters or more',
      schema: z.string().min(24),
      secret: true,
    }),
  },
} satisfies Section;

/** The embedded start listens on the loopback interface only. */
export const embeddedSection = {
  title: 'The embedded start (npm start)',
  fields: {
    port,
    dataFolder: optional({
      name: 'MAINSTAY_DATA',
      description: 'Folder for the database, keys and log; left out: a folder among the user’s own data.',
      rule: 'must name a folder',
      schema: text,
    }),
    requestsPerMinute: requestsSection.fields.perMinute,
    webOrigin: optional({
      name: 'MAINSTAY_WEB_ORIGIN',
      description: 'Origin of a web page that is served separately, as `npm run dev` does.',
      rule: 'must be an origin, such as http://localhost:5173',
      schema: origin,
    }),
  },
} satisfies Section;
