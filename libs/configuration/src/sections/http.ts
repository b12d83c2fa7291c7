import { origin, text, wholeNumber } from '../forms';
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
    webOrigin: optional({
      name: 'MAINSTAY_WEB_ORIGIN',
      description: 'Origin that people open, such as https://kam.example.com.',
      rule: 'must be an origin, such as https://kam.example.com',
      schema: origin,
    }),
    drainSeconds: variable({
      name: 'MAINSTAY_DRAIN_SECONDS',
      description: 'How long a process that is told to end goes on answering, so that load balancers notice first.',
      rule: 'must be a whole number from 0 to 300',
      schema: wholeNumber(0, 300),
      default: '5',
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
    webOrigin: requestsSection.fields.webOrigin,
  },
} satisfies Section;
