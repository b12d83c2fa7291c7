import type { Capacity } from '../facts';
import { keyAccountsOf } from '../key-accounts';
import type { Tile } from '../tile';
import { counted, inWords } from '../words';
import { keyAccountsByMonth } from './portfolio';

/** Can the programme serve the key accounts it has? Going over is warned about, never forbidden. */
export function capacityTile(portfolio: Capacity): Tile {
  const { byCategory, capacity, partial } = portfolio;
  const trend = keyAccountsByMonth(portfolio);
  const accounts = trend.at(-1)!.value;
  return {
    id: 'capacity',
    value: accounts,
    of: capacity,
    verdict: capacity === null ? 'neutral' : accounts > capacity ? 'attention' : 'good',
    sentence: partial
      ? `${counted(accounts, 'key account')} in the divisions that you head.`
      : sentenceOf(accounts, capacity),
    trend,
    parts: [],
    madeOf: keyAccountsOf(byCategory),
    events: { kind: 'enterprise' },
  };
}

function sentenceOf(accounts: number, capacity: number | null): string {
  const have = counted(accounts, 'key account');
  if (capacity === null) return `${have}; the enterprise has not said how many it can serve.`;
  if (accounts > capacity)
    return `${have} against a capacity of ${inWords(capacity)}: ${inWords(accounts - capacity)} more than the programme can serve.`;
  if (accounts === capacity) return `${have}: exactly what the programme can serve.`;
  return `${have} against a capacity of ${inWords(capacity)}: room for ${inWords(capacity - accounts)} more.`;
}
