import { connect } from './connection';
import { EventStoreDbEventStore } from './eventstoredb-event-store';
import { Growth } from './growth';
import { namesIn } from './names';
import { happened } from './store.fixture';
import { EventStoreDbDouble } from './wire-double';

describe('being told that the feed has grown', () => {
  let double: EventStoreDbDouble;
  let growth: Growth;
  let told: () => void;
  /** Pauses asked for, and what is to run after each. */
  let pauses: number[];
  let paused: (run: () => void) => void;
  beforeEach(async () => {
    double = await EventStoreDbDouble.start();
    pauses = [];
    growth = new Growth(connect(double.url, 1_000), namesIn('mainstay'), (ms, run) => {
      pauses.push(ms);
      paused(run);
      return () => undefined;
    });
  });
  afterEach(() => {
    growth.close();
    double.stop();
  });

  const nextPause = () => new Promise<() => void>((resolve) => (paused = resolve));
  const nextWord = () => new Promise<void>((resolve) => (told = resolve));
  const listen = async () => {
    const word = nextWord();
    growth.onAppended(() => told());
    await word; // it listens: something may have been missed before
  };

  it('goes on after the connection was cut, at once with what may have been missed', async () => {
    await listen();
    const pause = nextPause();
    double.cut();
    const again = await pause;
    const word = nextWord();
    again();
    await word;
    const other = new EventStoreDbEventStore({ url: double.url });
    const grown = nextWord();
    await other.append(happened('elsewhere'));
    await grown;
    await other.close();
    expect(pauses).toEqual([100]);
  });

  it('waits twice as long each time it is refused, up to five seconds, and briefly again once it was let in', async () => {
    double.faults.plant('subscribe', 'unavailable', { times: 7 });
    let pause = nextPause();
    growth.onAppended(() => told());
    for (let refused = 0; refused < 7; refused++) {
      const again = await pause;
      pause = nextPause();
      told = () => undefined;
      if (refused < 6) again();
      else {
        const word = nextWord();
        again();
        await word;
      }
    }
    double.cut();
    await pause;
    expect(pauses).toEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 100]);
  });

  it('does not begin again once it is closed', async () => {
    await listen();
    growth.close();
    double.cut();
    expect(pauses).toEqual([]);
  });
});
