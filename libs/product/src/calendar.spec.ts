import type { CommandRunner } from '@mainstay/event-sourcing';
import type { UnfinishedWork } from '@mainstay/portfolio';
import { testDatabase, type TestDatabase } from '@mainstay/testing';
import { Client } from 'pg';
import { startCalendar } from './calendar';

describe('the calendar of several processes', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    const owner = new Client({ connectionString: database.urls.migrate });
    await owner.connect();
    await owner.query(`create schema read; grant usage on schema read to mainstay_projector;
      create table read.account (tenant text, account_id text, coming_on date, archived_at timestamptz);
      grant select on read.account to mainstay_projector;
      insert into read.account values ('acme', 'a-1', '2020-01-01', null)`);
    await owner.end();
  });
  afterAll(() => database.stop());

  const start = () => {
    const run = jest.fn(() => Promise.resolve({ changed: true }));
    const resume = jest.fn(() => Promise.resolve(0));
    const problems: Error[] = [];
    const calendar = startCalendar(
      database.urls.projector,
      { run } as unknown as CommandRunner,
      { resume } as unknown as UnfinishedWork,
      Promise.resolve(),
      (error) => problems.push(error),
    );
    return { run, resume, problems, stop: () => calendar.stop() };
  };

  it('is looked at by one of them at a time, and by another once that one has ended', async () => {
    const first = start();
    await until(() => first.run.mock.calls.length > 0);
    const second = start();
    await new Promise((resolve) => setImmediate(resolve)); // its first look is under way
    await second.stop(); // and over
    expect([first.run.mock.calls.length, second.run.mock.calls.length]).toEqual([1, 0]);
    await first.stop();
    const third = start();
    await until(() => third.run.mock.calls.length > 0);
    await third.stop();
    expect([first, second, third].flatMap(({ problems }) => problems)).toEqual([]);
    expect(third.resume).toHaveBeenCalledTimes(1);
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}
