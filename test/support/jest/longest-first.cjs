const { default: Sequencer } = require('@jest/test-sequencer');

/** What works for minutes, the longest first, so that no worker is left alone with one of them in the end. */
const long = [
  'test/distributed/faults/',
  'test/distributed/keycloak',
  'test/isolation/',
  'test/journeys/browser/pages',
  'test/conformance/event-store',
  'test/faults/',
  'test/journeys/browser/',
  'apps/all-in-one/src/start/',
];

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = long.findIndex((part) => path.replaceAll('\\', '/').includes(`/${part}`));
      return at < 0 ? long.length : at;
    };
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
};
