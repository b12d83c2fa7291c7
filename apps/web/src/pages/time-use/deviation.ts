import type { ReadAnswer } from '~/api/types';

export type PersonYear = ReadAnswer<'/api/t/{tenant}/time-use/own'>;
export type Entry = ReadAnswer<'/api/t/{tenant}/time-use/own/{period}'>;
export type TeamMonth = ReadAnswer<'/api/t/{tenant}/time-use/team'>;
export type EnterpriseYear = ReadAnswer<'/api/t/{tenant}/time-use/enterprise'>;
export type Deviation = PersonYear['mean'][number];
export type Profile = PersonYear['profile'];
export type Flag = Deviation['flag'];

/** Points of difference from which an activity stands out. */
export const FLAGGED_FROM = 10;
/** Per cent of selling beyond which its drivers are asked for. */
export const MOST_SELLING = 10;

export const midPoint = ({ from, to }: { from: number; to: number }): number => (from + to) / 2;

/** As the API works it out; here for what is not saved yet. */
export function deviationOf(
  share: number,
  range: { from: number; to: number },
): Pick<Deviation, 'difference' | 'flag'> {
  const difference = share - midPoint(range);
  return { difference, flag: Math.abs(difference) < FLAGGED_FROM ? null : difference > 0 ? 'over' : 'under' };
}
