// Generates the events of audits and of a portfolio, as commands would have written them.
import { eventToAppend, library } from './support.mjs';

const { idFrom, streamOf } = library('event-sourcing');
const { phaseAudit } = library('assessment');

const TENANTS = Array.from({ length: 8 }, (_, number) => `tenant-${number}`);
const categories = ['strategic', 'star', 'status', 'streamline'];
const person = 'd0000000-0000-4000-8000-000000000010';

export const scoring = (attractiveness, standing) => ({
  criteriaVersion: 1,
  scores: { spend: 6, growth: 5, 'strategic-fit': 7 },
  attractiveness,
  standing,
  suggested: attractiveness >= 5 ? (standing >= 5 ? 'strategic' : 'star') : standing >= 5 ? 'status' : 'streamline',
  note: null,
});

export function accountEvents(code, number) {
  const spend = 10_000 + ((number * 7919) % 900_000);
  const attractiveness = ((number * 37) % 100) / 10;
  const standing = ((number * 61) % 100) / 10;
  const facts = {
    code,
    name: `Account ${String((number * 7907) % 100_000).padStart(5, '0')}`,
    industry: 'Energy',
    countries: ['DE'],
    divisionIds: [],
    leadId: person,
    sponsorId: null,
    spend,
  };
  const category = categories[number % 4];
  const decision = { effectiveOn: '2025-01-15', reason: 'As scored', suggested: category, criteriaVersion: 1 };
  return [
    eventToAppend('portfolio.AccountRegistered', facts),
    eventToAppend('portfolio.AccountScored', { ...scoring(attractiveness, standing), from: null }),
    eventToAppend('portfolio.AccountCategorised', { category, decidedBy: person, ...decision }, '2025-01-15'),
  ];
}

function moves(number, count) {
  return Array.from({ length: count }, (_, index) => {
    const from = categories[(number + index) % 4];
    const to = categories[(number + index + 1) % 4];
    const effectiveOn = `2025-${String(2 + (index % 10)).padStart(2, '0')}-01`;
    const decision = {
      effectiveOn,
      reason: 'Moved',
      suggested: to,
      criteriaVersion: 1,
      approvedBy: person,
      resource: null,
    };
    return eventToAppend('portfolio.AccountRecategorised', { from, to, ...decision }, effectiveOn);
  });
}

function auditEvents() {
  const { actions } = phaseAudit(1);
  const opened = {
    scope: { kind: 'programme' },
    title: 'Generated audit',
    catalogueVersion: 1,
    auditDate: '2026-01-15',
  };
  const answer = (action, index) =>
    eventToAppend('assessment.ActionAnswered', {
      actionId: action.id,
      from: null,
      to: { score: index % 4, because: null, evidence: 'Minutes of the executive committee', evidenceOn: '2026-01-10' },
    });
  return [
    eventToAppend('assessment.AuditOpened', opened, '2026-01-15'),
    eventToAppend('assessment.AssessorsAssigned', { from: [], to: [person] }),
    ...actions.map(answer),
  ];
}

/** Appends about `total` events: four in five are audit answers, the rest accounts that move between categories. */
export async function writeHistory(store, total, tenants = TENANTS) {
  const audits = Math.round((total * 0.8) / 131);
  const accounts = Math.round((total * 0.2) / 8);
  let written = 0;
  const write = async (aggregate, tenant, id, events) => {
    await store.append({ tenant, stream: streamOf(aggregate, tenant, id), expectedVersion: 0, events });
    written += events.length;
  };
  const tenantOf = (number) => tenants[number % tenants.length];
  await inGroups(audits, 8, (number) =>
    write('assessment.audit', tenantOf(number), idFrom('audit', String(number)), auditEvents()),
  );
  await inGroups(accounts, 256, (number) =>
    write('portfolio.account', tenantOf(number), idFrom('account', String(number)), [
      ...accountEvents(`K-${number}`, number),
      ...moves(number, 5),
    ]),
  );
  return written;
}

/** `count` accounts of one tenant. */
export const writeAccounts = (store, tenant, count) =>
  inGroups(count, 256, (number) =>
    store.append({
      tenant,
      stream: streamOf('portfolio.account', tenant, idFrom('account', tenant, `K-${number}`)),
      expectedVersion: 0,
      events: accountEvents(`K-${number}`, number),
    }),
  );

/** What is known of every third of these accounts: two people at the customer, two levels in turn, one review of the alignment. */
export const writeWhatIsKnown = (store, tenant, count) =>
  inGroups(Math.ceil(count / 3), 64, async (third) => {
    const accountId = idFrom('account', tenant, `K-${third * 3}`);
    const write = (aggregate, id, events) =>
      store.append({ tenant, stream: streamOf(aggregate, tenant, id), expectedVersion: 0, events });
    for (const level of ['board', 'other']) {
      const [name, details] = [{ enc: '1.k.n.t.c' }, { jobTitle: null, email: null, phone: null }];
      const contact = { accountId, level, knownBy: [person], name, ...details, function: '', purpose: 'Account' };
      await write('portfolio.contact', idFrom('contact', accountId, level), [
        eventToAppend('portfolio.ContactAdded', { ...contact, keepUntil: null }),
        eventToAppend('portfolio.ContactMet', { accountId, metOn: '2026-02-01', by: person, note: 'Review' }),
      ]);
    }
    const levelSet = (from, to, effectiveOn) =>
      eventToAppend('portfolio.RelationshipLevelSet', { from, to, effectiveOn, reason: 'Seen' }, effectiveOn);
    await write('portfolio.relationships', accountId, [
      levelSet(null, 'commodity', '2024-01-01'),
      levelSet('commodity', 'enhanced', '2025-06-01'),
    ]);
    const held = { accountId, heldOn: '2026-01-10', people: [], contactIds: [], note: '', nextOn: null };
    const scores = { goals: { ours: 5, theirs: third % 11 }, trust: { ours: 7, theirs: 6 } };
    await write('portfolio.alignment-review', idFrom('review', accountId), [
      eventToAppend('portfolio.AlignmentReviewed', { ...held, scores }),
    ]);
  });

async function inGroups(count, size, work) {
  for (let from = 0; from < count; from += size) {
    await Promise.all(Array.from({ length: Math.min(size, count - from) }, (_, index) => work(from + index)));
  }
}
