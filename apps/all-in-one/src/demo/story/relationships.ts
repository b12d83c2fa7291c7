import { idFrom } from '@mainstay/event-sourcing';
import { pick, share } from '../chance';
import type { DemoAccount } from '../content/accounts';
import { meetingNotes, namesIn, posts, teamParts } from '../content/contacts';
import { influencesOfPosts } from '../content/relationships';
import { type Calendar, day, type Step } from '../timeline';
import { knowledgeSteps } from './knowledge';
import { accountId, managerOf, personId, type Story } from './story';
import { whoKnowsWhomSteps } from './who-knows-whom';

/** Accounts of less promise have neither contacts nor a team on record. */
const PROMISE = 7;

/** Whom we know at a customer, when we last met, and who of ours is in the team. */
export function relationshipSteps(story: Story, account: DemoAccount, index: number, calendar: Calendar): Step[] {
  const { enterprise } = story;
  if (account.attractiveness < PROMISE) return [];
  const tenant = enterprise.alias;
  const path = `accounts/${accountId(tenant, account.code)}`;
  const manager = managerOf(story, index);
  const since = enterprise.months * 0.7;
  const base = { tenant, as: manager, method: 'POST' as const };
  const names = namesIn(account.countries[0]!);
  const first = Math.floor(share('contact', tenant, account.code) * names.length);
  const known = posts.slice(0, 2 + Math.round(account.standing / 3));

  const keyOf = (number: number) => `demo-${tenant}-${account.code}-contact-${number}`;
  const contactIds = known.map((_, number) => idFrom('contact', tenant, personId(manager), keyOf(number)));
  // The highest person we have heard of is not always one whom somebody knows.
  const unknown = share('gap', account.code) < 0.35 ? known.length - 1 : -1;

  const contacts = known.flatMap((post, number) => {
    const key = keyOf(number);
    const contactId = contactIds[number]!;
    const name = names[(first + number) % names.length]!;
    const met = calendar.moment(share('met', account.code, number) * 7, 0, 15, number);
    const alsoKnown = number > 0 && share('also', account.code, number) < 0.5 && enterprise.sponsor;
    return [
      {
        ...base,
        key,
        at: calendar.moment(since, number * 9, 10, index % 60),
        path: `${path}/contacts`,
        body: {
          name,
          ...post,
          influence: influencesOfPosts[number] ?? null,
          email: `${name
            .toLowerCase()
            .replaceAll(' ', '.')
            .normalize('NFD')
            .replace(/[^a-z.]/g, '')}@customer.example`,
          knownBy: number === unknown ? [] : [personId(manager), ...(alsoKnown ? [personId(alsoKnown)] : [])],
          purpose: 'Running the account',
        },
      },
      ...(number === unknown
        ? []
        : [
            {
              ...base,
              at: met,
              path: `${path}/contacts/${contactId}/meetings`,
              body: { metOn: day(met), note: pick(meetingNotes, 'note', account.code, number) },
            },
          ]),
    ];
  });
  const reached = contactIds.filter((_, number) => number !== unknown);
  const told = whoKnowsWhomSteps(story, account, index, calendar, { contactIds, reached });
  const learned = knowledgeSteps(story, account, index, calendar, contactIds);
  return [...contacts, ...told, ...learned, ...teamSteps(story, account, index, calendar)];
}

function teamSteps(story: Story, account: DemoAccount, index: number, calendar: Calendar): Step[] {
  const { enterprise } = story;
  const tenant = enterprise.alias;
  const manager = managerOf(story, index);
  const others = enterprise.managers.filter((other) => other !== manager);
  const colleagues = [...enterprise.teamMembers, ...others].slice(0, Math.round(account.standing / 2.5));
  const at = calendar.moment(enterprise.months * 0.6, 0, 13, index % 60);
  const member = (person: string, body: object): Step => ({
    tenant,
    as: enterprise.unitHead,
    method: 'POST',
    at,
    path: `accounts/${accountId(tenant, account.code)}/team/members`,
    body: { personId: personId(person), joinedOn: day(at), ...body },
  });
  return [
    member(manager, { kind: 'leader', role: 'Leads the account', function: 'Key account management', line: 'solid' }),
    ...colleagues.map((person, number) => member(person, { ...teamParts[number % teamParts.length], share: 20 })),
  ];
}
