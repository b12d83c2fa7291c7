import { AppendQueue } from './append-queue';
import type { PendingAppend } from './pending-append';

const limits = { appends: 4, bytes: 100, events: 10 };

const pending = (tenant: string, name: string, more: Partial<PendingAppend> = {}): PendingAppend => ({
  tenant,
  stream: name,
  key: `${tenant}\0${name}`,
  expected: 0,
  backdated: null,
  ids: ['id'],
  types: [],
  texts: [],
  bytes: 1,
  resolve: () => undefined,
  reject: () => undefined,
  alone: false,
  tries: 0,
  ...more,
});

function queueOf(...appends: PendingAppend[]): AppendQueue {
  const queue = new AppendQueue();
  appends.forEach((append) => queue.push(append));
  return queue;
}

const cut = (queue: AppendQueue) => queue.cut(limits).map(({ stream }) => stream);

describe('the queue of appends', () => {
  it('serves a tenant with one append beside a tenant with many', () => {
    const many = Array.from({ length: 9 }, (_, index) => pending('loud', `loud ${index}`));
    const queue = queueOf(...many, pending('quiet', 'quiet 0'));
    expect(cut(queue)).toEqual(['loud 0', 'quiet 0', 'loud 1', 'loud 2']);
    expect(queue.length).toBe(6);
  });

  it('begins the next batch with the tenants that were not served in the last', () => {
    const tenants = ['a', 'b', 'c', 'd', 'e', 'f'];
    const queue = queueOf(
      ...tenants.flatMap((tenant) => [pending(tenant, `${tenant}1`), pending(tenant, `${tenant}2`)]),
    );
    expect(cut(queue)).toEqual(['a1', 'b1', 'c1', 'd1']);
    expect(cut(queue)).toEqual(['e1', 'f1', 'a2', 'b2']);
  });

  it('keeps a tenant’s order of arrival', () => {
    const queue = queueOf(pending('a', '1'), pending('a', '2'), pending('a', '3'));
    expect(cut(queue)).toEqual(['1', '2', '3']);
    expect(cut(queue)).toEqual([]);
  });

  it('ends a batch at the limit of bytes, and gives a larger append a batch of its own', () => {
    const queue = queueOf(
      pending('a', 'half', { bytes: 60 }),
      pending('b', 'other half', { bytes: 60 }),
      pending('c', 'large', { bytes: 500 }),
    );
    expect(cut(queue)).toEqual(['half']);
    expect(cut(queue)).toEqual(['other half']);
    expect(cut(queue)).toEqual(['large']);
  });

  it('ends a batch at the limit of events', () => {
    const ids = Array.from({ length: 8 }, () => 'id');
    const queue = queueOf(pending('a', 'eight', { ids }), pending('b', 'eight more', { ids }), pending('c', 'one'));
    expect(cut(queue)).toEqual(['eight', 'one']);
    expect(cut(queue)).toEqual(['eight more']);
  });

  it('lets an append that has to travel alone travel alone', () => {
    const queue = queueOf(
      pending('a', 'first'),
      pending('a', 'alone', { alone: true }),
      pending('a', 'last'),
      pending('b', 'other'),
    );
    expect(cut(queue)).toEqual(['first', 'other']);
    expect(cut(queue)).toEqual(['alone']);
    expect(cut(queue)).toEqual(['last']);
  });

  it('puts appends back before those that came later', () => {
    const queue = queueOf(pending('a', '3'));
    queue.putBack([pending('a', '1'), pending('a', '2')]);
    expect(queue.length).toBe(3);
    expect(cut(queue)).toEqual(['1', '2', '3']);
  });
});
