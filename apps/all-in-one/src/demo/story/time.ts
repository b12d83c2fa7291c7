import { timeAllocation } from '@mainstay/assessment';
import { share } from '../chance';
import { type DemoTime, timeUseOf } from '../content/time';
import { type Calendar, day, type Step } from '../timeline';
import type { Story } from './story';

const MONTHS = 6;
const { activities } = timeAllocation;

/** Six months of records, made in the first days of the month after. */
export function timeSteps({ enterprise }: Story, calendar: Calendar): Step[] {
  const tenant = enterprise.alias;
  const { managers, profile } = timeUseOf[tenant]!;
  const latest = calendar.moment(0, 0, 23, 59);
  const records = Object.entries(managers).flatMap(([username, time], index) =>
    Array.from({ length: MONTHS - (time.missing ?? 0) }, (_, step) => {
      const back = MONTHS - step;
      const after = at(latest, back - 1, 2 + (index % 3), 9, index * 7);
      return entry(tenant, username, time, monthOf(latest, back), after < latest ? after : latest, step);
    }),
  );
  if (!profile) return records;
  const corrected = records.find(({ as, path }) => as === 'jonas' && path.endsWith(monthOf(latest, 3)))!;
  return [
    {
      tenant,
      at: at(latest, 4, 1, 8, 0),
      as: enterprise.lead,
      method: 'PUT',
      path: 'time-use/profile',
      body: {
        shares: {
          ...Object.fromEntries(activities.map(({ id, from, to }) => [id, { from, to }])),
          ...profile.changes,
        },
        effectiveFrom: `${monthOf(latest, 4)}-01`,
        reason: profile.reason,
      },
    },
    ...records,
    {
      ...corrected,
      at: new Date(corrected.at.getTime() + 26 * 3_600_000),
      body: {
        ...(corrected.body as object),
        note: 'Two bids at once',
        reason: 'Forgot to say why there was so much selling.',
      },
    },
  ];
}

function entry(tenant: string, as: string, time: DemoTime, month: string, at: Date, step: number): Step {
  const shares = sharesOf(time, (time.progress * step) / (MONTHS - 1), `${as} ${month}`);
  const sellingDrivers = shares.selling! > 10 ? time.drivers : [];
  return { tenant, at, as, method: 'PUT', path: `time-use/own/${month}`, body: { shares, sellingDrivers } };
}

/** So far on the way from what was spent to what is recommended, with the ups and downs of a month; adds up to 100. */
function sharesOf({ spent }: DemoTime, way: number, seed: string): Record<string, number> {
  const shares: Record<string, number> = {};
  for (const { id, from, to } of activities) {
    const wanted = (from + to) / 2;
    const raw = (spent[id] ?? 0) * (1 - way) + wanted * way;
    shares[id] = Math.max(0, Math.round(raw * (0.9 + 0.2 * share('time', seed, id))));
  }
  const sum = Object.values(shares).reduce((total, one) => total + one, 0);
  shares.implementation! += 100 - sum;
  return shares;
}

const at = (latest: Date, monthsBack: number, date: number, hour: number, minute: number) =>
  new Date(Date.UTC(latest.getUTCFullYear(), latest.getUTCMonth() - monthsBack, date, hour, minute));

const monthOf = (latest: Date, back: number) => day(at(latest, back, 1, 0, 0)).slice(0, 7);
