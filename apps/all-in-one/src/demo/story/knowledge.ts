import { idFrom } from '@mainstay/event-sourcing';
import { pick, share } from '../chance';
import type { DemoAccount } from '../content/accounts';
import {
  agreements,
  answersToRivals,
  ideas,
  needs,
  outcomes,
  rivals,
  strategies,
  strategySources,
} from '../content/knowledge';
import { type Calendar, day, type Step } from '../timeline';
import { accountId, managerOf, personId, type Story } from './story';

const topics = ['goals', 'value', 'delivery', 'people', 'innovation', 'trust'] as const;

/** What is known of a customer worth it: strategy and needs, a rival, ideas pitched, and what both sides say. */
export function knowledgeSteps(
  story: Story,
  account: DemoAccount,
  index: number,
  calendar: Calendar,
  contactIds: readonly string[],
): Step[] {
  const { enterprise } = story;
  const tenant = enterprise.alias;
  const manager = managerOf(story, index);
  const path = `accounts/${accountId(tenant, account.code)}`;
  const minute = index % 60;
  const base = { tenant, as: manager, method: 'POST' as const };
  const researched = calendar.moment(enterprise.months * 0.5, 0, 9, minute);
  const strategy = { ...base, key: `demo-${tenant}-${account.code}-strategy`, at: researched, path: `${path}/notes` };
  const noteId = idFrom('note', tenant, personId(manager), strategy.key);
  const rival = pick(rivals, 'rival', account.code);
  return [
    {
      ...strategy,
      body: {
        topic: 'strategy',
        title: `Where ${account.name} is going`,
        text: pick(strategies, 'strategy', account.code),
        source: pick(strategySources, 'source', account.code),
      },
    },
    {
      ...base,
      method: 'PATCH',
      at: calendar.moment(2, 0, 9, minute),
      path: `${path}/notes/${noteId}`,
      body: {
        text: `${pick(strategies, 'strategy', account.code)}\nConfirmed in their plan for this year.`,
        reason: 'Read their new plan',
      },
    },
    {
      ...base,
      at: calendar.moment(enterprise.months * 0.4, 0, 9, minute),
      path: `${path}/notes`,
      body: { topic: 'needs', ...pick(needs, 'need', account.code), source: 'Visit to the site' },
    },
    {
      ...base,
      at: researched,
      path: `${path}/competitors`,
      body: {
        ...rival,
        position: account.standing > 6 ? 'second' : 'main',
        share: Math.round(share('rival-share', account.code) * 40),
        answer: pick(answersToRivals, 'rival-answer', account.code),
        asOf: day(researched),
      },
    },
    ...ideaSteps(story, account, index, calendar, contactIds),
    ...(account.standing >= 7 ? [reviewStep(story, account, index, calendar, contactIds)] : []),
  ];
}

function ideaSteps(
  story: Story,
  account: DemoAccount,
  index: number,
  calendar: Calendar,
  contactIds: readonly string[],
): Step[] {
  const tenant = story.enterprise.alias;
  const manager = managerOf(story, index);
  const path = `accounts/${accountId(tenant, account.code)}/ideas`;
  const first = Math.floor(share('idea', account.code) * ideas.length);
  return [9, 3].flatMap((months, number): Step[] => {
    const at = calendar.moment(months, 0, 10, index % 60);
    const key = `demo-${tenant}-${account.code}-idea-${number}`;
    const base = { tenant, as: manager };
    const pitched: Step = {
      ...base,
      method: 'POST',
      key,
      at,
      path,
      body: {
        ...ideas[(first + number) % ideas.length],
        pitchedOn: day(at),
        pitchedBy: personId(manager),
        contactIds: contactIds.slice(0, 2),
        value: Math.round(account.spend * 10 * (1 + share('value', account.code, number))) * 5,
      },
    };
    if (number > 0) return [pitched];
    const said = calendar.moment(months - 1.5, 0, 10, index % 60);
    const ideaId = idFrom('idea', tenant, personId(manager), key);
    const body = { ...pick(outcomes, 'outcome', account.code), on: day(said) };
    return [pitched, { ...base, method: 'PUT', at: said, path: `${path}/${ideaId}/outcome`, body }];
  });
}

/** The customer sees most things a little lower than we do. */
function reviewStep(
  story: Story,
  account: DemoAccount,
  index: number,
  calendar: Calendar,
  contactIds: readonly string[],
): Step {
  const tenant = story.enterprise.alias;
  const manager = managerOf(story, index);
  const at = calendar.moment(5, 0, 14, index % 60);
  const scores = topics.map((topic) => {
    const ours = Math.round(5 + share('ours', account.code, topic) * 4);
    return [topic, { ours, theirs: Math.max(1, ours + 1 - Math.round(share('theirs', account.code, topic) * 4)) }];
  });
  return {
    tenant,
    as: manager,
    method: 'POST',
    at,
    path: `accounts/${accountId(tenant, account.code)}/alignment-reviews`,
    body: {
      heldOn: day(at),
      people: [personId(manager)],
      contactIds: contactIds.slice(0, 2),
      scores: Object.fromEntries(scores) as object,
      note: pick(agreements, 'agreement', account.code),
      nextOn: day(new Date(at.getTime() + (120 + Math.round(share('next', account.code) * 120)) * 86_400_000)),
    },
  };
}
