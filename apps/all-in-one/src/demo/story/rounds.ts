import { idFrom } from '@mainstay/event-sourcing';
import { share } from '../chance';
import { aldermoorRound, type DemoScoring } from '../content/rounds';
import { type Calendar, day, type Step } from '../timeline';
import { accountId, type Catalogues, divisionId, personId, type Story } from './story';

/** A round that began three weeks ago and is half done: scored, settled, decided, and left to do. */
export function roundSteps({ enterprise }: Story, catalogues: Catalogues, calendar: Calendar): Step[] {
  if (enterprise.alias !== 'aldermoor') return [];
  const { alias: tenant, unitHead: as } = enterprise;
  const { name, division, scorers, reason, reminder, scorings } = aldermoorRound;
  const key = `demo-${tenant}-round`;
  const roundId = idFrom('round', tenant, personId(as), key);
  const opened = calendar.moment(0.8, 0, 9);
  const later = (days: number, minute: number) => calendar.moment(0.8, days, 10, minute);
  const by = (step: Pick<Step, 'method' | 'path' | 'body' | 'at'> & Partial<Step>): Step => ({ tenant, as, ...step });
  const account = ({ code }: DemoScoring) => `accounts/${accountId(tenant, code)}`;
  const scoresOf = (place: readonly [number, number], ...words: string[]) =>
    Object.fromEntries(
      catalogues.criteria.map(({ id, axis }) => {
        const around = place[axis === 'attractiveness' ? 0 : 1] + Math.round(share(id, ...words) * 1.4 - 0.7);
        return [id, Math.min(10, Math.max(0, around))];
      }),
    );
  const said = (scoring: DemoScoring, who: number) => {
    const place = who === 0 ? scoring.first : scoring.second;
    return place && scoresOf(place, scoring.code, String(who));
  };
  const given = scorings.flatMap((scoring, index) =>
    scorers.flatMap((scorer, who) => {
      const scores = said(scoring, who);
      if (!scores) return [];
      const path = `${account(scoring)}/scorings/own`;
      const at = later(4 + who, index);
      return [by({ as: scorer, at, method: 'PUT', path, body: { roundId, scores, notes: notesOf(scoring, who) } })];
    }),
  );
  const settled = scorings.flatMap((scoring, index) => {
    const { agreed, first, second } = scoring;
    if (!agreed || !first || !second) return [];
    // They agree on what the first of them said: somebody gave every score, so none needs a reason.
    const body = { roundId, scores: said(scoring, 0) };
    return [by({ at: later(9, index), method: 'POST', path: `${account(scoring)}/scorings/settlement`, body })];
  });
  const decided = scorings.flatMap((scoring, index) => {
    const { code, decision, reason } = scoring;
    if (!decision || !reason) return [];
    const accountIds = [accountId(tenant, code)];
    const at = later(12, index);
    const accepting = { accountIds, effectiveOn: day(at), reason };
    const path = `rounds/${roundId}/moves/${decision === 'accept' ? 'acceptance' : 'refusal'}`;
    const body = decision === 'accept' ? accepting : { accountIds, reason };
    return [by({ at, method: 'POST', path, body, reads: true })];
  });
  return [
    by({
      at: opened,
      method: 'POST',
      path: 'rounds',
      key,
      reads: true,
      body: {
        name,
        criteria: 'in-force',
        filter: { divisionId: divisionId(tenant, division) },
        dueOn: calendar.inDays(9),
        reason,
      },
    }),
    by({
      at: calendar.moment(0.8, 0, 9, 30),
      method: 'POST',
      path: `rounds/${roundId}/spread`,
      reads: true,
      body: { scorerIds: scorers.map(personId), perAccount: scorers.length, byDivision: false },
    }),
    ...given,
    ...settled,
    ...decided,
    by({
      at: later(14, 0),
      method: 'POST',
      path: `rounds/${roundId}/reminders`,
      reads: true,
      body: { note: reminder },
    }),
  ];
}

/** What supports the scores where the scorers are apart. */
function notesOf({ first, second }: DemoScoring, who: number): Record<string, string> {
  if (!first || !second || Math.abs(first[0] - second[0]) < 3) return {};
  const higher = first[0] > second[0] === (who === 0);
  return { growth: higher ? 'Won two tenders of the region this year' : 'Closed one of its plants in spring' };
}
