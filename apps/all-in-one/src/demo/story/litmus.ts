import { share } from '../chance';
import type { DemoAccount } from '../content/accounts';
import { type DemoLitmus, litmusNotes, litmusOf } from '../content/litmus';
import { type Calendar, day, type Step } from '../timeline';
import { isPlanned } from './plans';
import { accountId, firstCategory, managerOf, quadrant, type Story } from './story';

type Choice = 'yes' | 'no' | 'ambivalent';
const choices: Readonly<Record<string, Choice>> = { y: 'yes', n: 'no', a: 'ambivalent' };
const idsOf = (letter: string, questions: number) =>
  Array.from({ length: questions }, (_, index) => `${letter}${index + 1}`);

/** The organisation, and the accounts that matter most, are put to the litmus tests; some accounts are still open. */
export function litmusSteps(story: Story, calendar: Calendar): Step[] {
  const { alias: tenant, lead } = story.enterprise;
  const told = litmusOf[tenant];
  if (!told) return [];
  const organisation = told.organisation.map(({ months, letters }): Step => {
    const at = calendar.moment(months, 2, 15);
    const answers = idsOf('O', 5).map((id, index) => [id, said(id, choices[letters[index]!]!)]);
    const body = { takenOn: day(at), answers: Object.fromEntries(answers) };
    return { tenant, at, as: lead, method: 'PUT', path: 'litmus/organisation', body };
  });
  return [
    ...organisation,
    ...story.accounts.flatMap((account, index) => ofAccount(story, told, account, index, calendar)),
  ];
}

function ofAccount(story: Story, told: DemoLitmus, account: DemoAccount, index: number, calendar: Calendar): Step[] {
  const { enterprise } = story;
  const { code } = account;
  if (enterprise.undecided.includes(code) || firstCategory(enterprise, account) === 'not-key') return [];
  const important = ['strategic', 'star'].includes(quadrant(account));
  if (share('litmus', code) > (important ? 0.95 : 0.6)) return [];
  const manager = managerOf(story, index);
  const takings = told.months.filter((_, taking) => taking > 0 || important);
  const path = `litmus/accounts/${accountId(enterprise.alias, code)}`;
  return takings.flatMap((months, taking) => {
    const at = calendar.moment(months, index % 9, 11, index % 60);
    const step = (test: string, answers: object): Step => ({
      ...{ tenant: enterprise.alias, at, as: manager, method: 'PUT' as const },
      path: `${path}/${test}`,
      body: { takenOn: day(at), answers },
    });
    const grown = told.managers[manager]! - 0.12 * (takings.length - 1 - taking);
    const looked = taking === 0 || taking === takings.length - 1;
    return [
      step('manager', { ...answersOf(code, idsOf('M', 5), grown), ...withoutPlan(enterprise.alias, account) }),
      ...(looked ? [step('customer', answersOf(code, idsOf('C', 6), account.attractiveness / 12))] : []),
    ];
  });
}

/** Where no plan was written most managers say so; a few claim one, which the record then contradicts. */
function withoutPlan(tenant: string, account: DemoAccount) {
  if (isPlanned(tenant, account) || share('claims a plan', account.code) < 0.15) return {};
  return { M2: { answer: 'no', note: 'Not written yet.' } };
}

/** A yes stays a yes from one taking to the next: how readily it comes only grows. */
const answersOf = (code: string, ids: readonly string[], readiness: number) =>
  Object.fromEntries(
    ids.map((id) => {
      const wanted = share('litmus answer', code, id);
      return [id, said(id, wanted < readiness ? 'yes' : wanted < readiness + 0.12 ? 'ambivalent' : 'no', code)];
    }),
  );

function said(id: string, answer: Choice, code = '') {
  const note = litmusNotes[id]?.[answer];
  return note && share('litmus note', id, code) < 0.6 ? { answer, note } : { answer };
}
