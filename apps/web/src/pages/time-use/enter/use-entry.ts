import { useState } from 'react';
import { useCommand } from '~/api/use-command';
import { type Entry, midPoint, MOST_SELLING } from '../deviation';
import { balance, type Shares, wholeShares } from './balance';

type Source = 'record' | 'previous' | 'profile';

const profileShares = ({ profile }: Entry): Shares =>
  wholeShares(Object.fromEntries(Object.entries(profile.shares).map(([id, range]) => [id, midPoint(range)])));

/** What is being said about a period, and how it is recorded. */
export function useEntry(entry: Entry) {
  const { record, previous, period, version } = entry;
  const [source, setSource] = useState<Source>(record ? 'record' : previous ? 'previous' : 'profile');
  const [shares, setShares] = useState<Shares>(record?.shares ?? previous?.shares ?? profileShares(entry));
  const [drivers, setDrivers] = useState<readonly string[]>((record ?? previous)?.sellingDrivers ?? []);
  const [locked, setLocked] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState(record?.note ?? '');
  const [reason, setReason] = useState('');
  // What everything was before the activity in hand was touched: moving it there and back leaves no trace.
  const [anchor, setAnchor] = useState<{ id: string; shares: Shares }>();
  const command = useCommand('put', '/api/t/{tenant}/time-use/own/{period}');

  const sellsTooMuch = shares['selling']! > MOST_SELLING;
  const said = {
    shares: shares as NonNullable<Entry['record']>['shares'],
    sellingDrivers: (sellsTooMuch ? drivers : []) as NonNullable<Entry['record']>['sellingDrivers'],
    note: note.trim() || undefined,
  };
  const start = (from: Source, with_: Shares, ofDrivers: readonly string[]) => {
    setSource(from);
    setShares(with_);
    setDrivers(ofDrivers);
    setAnchor(undefined);
  };

  return {
    ...{ source, shares, drivers, locked, note, reason, sellsTooMuch, command },
    isChanged: !record || !sameAs(record, said),
    setNote,
    setReason,
    setDrivers,
    move(id: string, wanted: number) {
      const base = anchor?.id === id ? anchor.shares : shares;
      if (base === shares) setAnchor({ id, shares });
      setShares(balance(base, id, wanted, locked));
    },
    toggleLock(id: string) {
      setAnchor(undefined);
      setLocked((before) =>
        before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
      );
    },
    copyPrevious: () => previous && start('previous', previous.shares, previous.sellingDrivers),
    startFromProfile: () => start('profile', profileShares(entry), []),
    save: () =>
      command.mutateAsync({
        path: { period },
        body: { ...said, reason: record ? reason.trim() : undefined },
        ifMatch: version,
      }),
  };
}

type Said = Pick<NonNullable<Entry['record']>, 'shares' | 'sellingDrivers'> & { note?: string | null | undefined };

const sameAs = (one: Said, other: Said) =>
  (one.note ?? '') === (other.note ?? '') &&
  [...one.sellingDrivers].sort().join() === [...other.sellingDrivers].sort().join() &&
  Object.entries(one.shares).every(([id, share]) => other.shares[id as keyof Said['shares']] === share);
