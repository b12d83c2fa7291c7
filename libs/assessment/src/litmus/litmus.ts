import {
  decider,
  Forbidden,
  hasRole,
  idFrom,
  latestDateOnEarth,
  type Recorded,
  Refused,
  type RequestContext,
} from '@mainstay/event-sourcing';
import { type LitmusAnswers, type LitmusEvent, litmusEvents } from './litmus.events';
import { type LitmusTest, type LitmusTestId, litmusTestOf, presentLitmus } from './litmus-catalogue';

/** One stream per test and subject. */
export const litmusId = (tenant: string, test: LitmusTestId, subjectId: string): string =>
  idFrom('litmus', tenant, test, subjectId);

/** An enterprise runs one programme. */
export const PROGRAMME = 'programme';

interface Taking {
  readonly managerId?: string;
  readonly answers: LitmusAnswers;
}

/** What was answered, by the day that it describes. */
export interface Litmus {
  readonly takings: Readonly<Record<string, Taking>>;
}

export type LitmusSubject =
  | { readonly test: 'organisation' }
  | { readonly test: 'customer' | 'manager'; readonly accountId: string; readonly leadId: string | null };

export interface TakeBody {
  readonly subject: LitmusSubject;
  readonly takenOn: string;
  readonly answers: LitmusAnswers;
  readonly reason?: string;
}

export const litmus = decider<Litmus, LitmusEvent>({
  stream: 'assessment.litmus',
  initial: { takings: {} },
  events: litmusEvents,
  evolve,
});

function evolve(state: Litmus, event: Recorded<LitmusEvent>): Litmus {
  const { takenOn, managerId, answers } = event.data;
  return { takings: { ...state.takings, [takenOn]: { managerId, answers } } };
}

export function take({ takings }: Litmus, body: TakeBody, context: RequestContext): LitmusEvent[] {
  const { subject, takenOn, answers } = body;
  assertMayAnswer(subject, context);
  assertComplete(litmusTestOf(presentLitmus, subject.test), answers);
  if (takenOn > latestDateOnEarth(context.now)) {
    throw new Refused('litmus.in-future', 'takenOn: a test cannot be taken on a day that has not come.');
  }
  const common = { ...subjectOf(subject), catalogueVersion: presentLitmus, takenOn };
  const there = takings[takenOn];
  if (!there) {
    const from = before(takings, takenOn);
    return [{ type: 'assessment.LitmusTaken', data: { ...common, from, answers }, effectiveOn: takenOn }];
  }
  if (sameAnswers(there.answers, answers) && there.managerId === common.managerId) return [];
  const reason = body.reason?.trim();
  if (!reason) {
    throw new Refused(
      'litmus.reason-missing',
      `reason: the test has been taken on ${takenOn} already; say why its answers change.`,
    );
  }
  const data = { ...common, from: there.answers, answers, reason };
  return [{ type: 'assessment.LitmusTakingCorrected', data, effectiveOn: takenOn }];
}

/** The organisation is judged by the programme lead, an account by its lead manager or the head of the KAM unit. */
function assertMayAnswer(subject: LitmusSubject, context: RequestContext): void {
  if (subject.test === 'organisation') {
    if (hasRole(context, 'programme-lead')) return;
    throw new Forbidden('litmus.not-lead', 'The test of the organisation is answered by the programme lead.');
  }
  if (!hasRole(context, 'kam-unit-head') && subject.leadId !== context.actor) {
    throw new Forbidden(
      'litmus.not-manager',
      'The tests of an account are answered by the manager who leads it or by the head of the KAM unit.',
    );
  }
  if (subject.test === 'manager' && subject.leadId === null) {
    throw new Refused(
      'litmus.no-manager',
      'accountId: nobody leads this account, so there is no manager to be tested.',
    );
  }
}

function assertComplete({ questions }: LitmusTest, answers: LitmusAnswers): void {
  const asked = questions.map(({ id }) => id);
  const unknown = Object.keys(answers).filter((id) => !asked.includes(id));
  if (unknown.length > 0) {
    throw new Refused('litmus.question-unknown', `answers: the test does not ask ${unknown.join(', ')}.`);
  }
  const missing = asked.filter((id) => !Object.hasOwn(answers, id));
  if (missing.length > 0) {
    throw new Refused(
      'litmus.question-missing',
      `answers: every question needs an answer; ${missing.join(', ')} has none.`,
    );
  }
}

type About = Pick<LitmusEvent['data'], 'test' | 'accountId' | 'managerId'>;

const subjectOf = (subject: LitmusSubject): About =>
  subject.test === 'organisation'
    ? { test: subject.test }
    : {
        test: subject.test,
        accountId: subject.accountId,
        ...(subject.test === 'manager' && subject.leadId ? { managerId: subject.leadId } : {}),
      };

function before(takings: Litmus['takings'], day: string) {
  const takenOn = Object.keys(takings)
    .filter((on) => on < day)
    .sort()
    .at(-1);
  return takenOn === undefined ? null : { takenOn, answers: takings[takenOn]!.answers };
}

const sameAnswers = (one: LitmusAnswers, other: LitmusAnswers): boolean =>
  Object.entries(other).every(([id, { answer, note }]) => one[id]?.answer === answer && one[id].note === note);
