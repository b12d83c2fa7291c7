import { organisationAssessmentCatalogue } from '@mainstay/assessment';
import { roles } from '@mainstay/event-sourcing';
import { Caller } from '../support/caller';
import type { Mint } from '../support/mint';
import { bodyOf, planOf } from './bodies';
import { addressOf, nameOf, type Route } from './routes';

/** Ids of the records of one tenant. */
export interface Ids {
  readonly account: string;
  readonly accountImport: string;
  /** Merged into the account, and parted from it again. */
  readonly otherAccount: string;
  readonly view: string;
  readonly contact: string;
  readonly note: string;
  readonly competitor: string;
  readonly idea: string;
  readonly alignmentReview: string;
  readonly offering: string;
  readonly move: string;
  readonly exit: string;
  readonly promise: string;
  readonly notice: string;
  readonly round: string;
  readonly audit: string;
  readonly file: string;
  readonly reminder: string;
  readonly comment: string;
  readonly programmeAction: string;
  readonly organisationAssessment: string;
  readonly division: string;
  readonly person: string;
  readonly event: string;
}

/** One tenant with something of everything in it, and whoever may do everything there. */
export interface Estate {
  readonly alias: string;
  readonly owner: Caller;
  readonly ids: Ids;
  /** Another audit, for what compares two. */
  readonly earlierAudit: string;
  /** Texts and figures that stand in this tenant's records and nowhere else. */
  readonly secrets: readonly string[];
}

/** The same person in every tenant: even then nothing may cross. */
export const OWNER = 'd0000000-0000-4000-8000-00000000face';
const ownerRoles = roles.filter((role) => role !== 'feedback-rater' && role !== 'division-head');

export const ownerToken = (mint: Mint, alias: string) => mint.token(OWNER, { [alias]: ownerRoles });

/** Ids with the form of real ones, of records that never existed. */
export const nobodys = (like: Ids): Ids => ({
  account: 'aaaaaaaa-aaaa-5aaa-8aaa-aaaaaaaaaaaa',
  accountImport: 'aaaaaaaa-aaaa-5aaa-8aaa-aaaaaaaaaaab',
  otherAccount: 'aaaaaaaa-aaaa-5aaa-8aaa-aaaaaaaaaaac',
  view: 'aaaaaaaa-aaaa-5aaa-8aaa-aaaaaaaaaaad',
  contact: '77777777-7777-5777-8777-777777777777',
  note: '77777777-7777-5777-8777-777777777778',
  competitor: '77777777-7777-5777-8777-777777777779',
  idea: '77777777-7777-5777-8777-77777777777a',
  alignmentReview: '77777777-7777-5777-8777-77777777777b',
  offering: '99999999-9999-5999-8999-999999999999',
  move: '66666666-6666-5666-8666-666666666666',
  exit: '99',
  promise: '99.0',
  notice: '66666666-6666-5666-8666-666666666667.3',
  round: '22222222-2222-5222-8222-222222222222',
  audit: 'bbbbbbbb-bbbb-5bbb-8bbb-bbbbbbbbbbbb',
  file: '66666666-6666-5666-8666-666666666666',
  reminder: '44444444-4444-5444-8444-444444444444',
  comment: '55555555-5555-5555-8555-555555555555',
  programmeAction: 'ffffffff-ffff-5fff-8fff-ffffffffffff',
  organisationAssessment: 'abababab-abab-5bab-8bab-abababababab',
  division: 'cccccccc-cccc-5ccc-8ccc-cccccccccccc',
  person: 'p'.repeat(like.person.length),
  event: 'eeeeeeee-eeee-5eee-8eee-eeeeeeeeeeee',
});

/** The parts of addresses, by their names in the API document. */
export const partsOf = (tenant: string, ids: Ids): Record<string, string> => ({
  tenant,
  accountId: ids.account,
  importId: ids.accountImport,
  viewId: ids.view,
  contactId: ids.contact,
  noteId: ids.note,
  competitorId: ids.competitor,
  ideaId: ids.idea,
  reviewId: ids.alignmentReview,
  offeringId: ids.offering,
  moveId: ids.move,
  exit: ids.exit,
  point: 'tell-customer',
  promise: ids.promise,
  roundId: ids.round,
  decision: '4',
  auditId: ids.audit,
  fileId: ids.file,
  reminderId: ids.reminder,
  commentId: ids.comment,
  programmeActionId: ids.programmeAction,
  assessmentId: ids.organisationAssessment,
  cellId: 'A-kam-unit',
  divisionId: ids.division,
  personId: ids.person,
  eventId: ids.event,
  type: 'account',
  id: ids.account,
  actionId: 'A1-02',
  kind: 'phase-audit',
  language: 'de',
  period: '2025-W09',
  revision: '1',
  version: '1',
});

/** Parts of addresses that are ids of a tenant's records. */
export const recordParts = [
  'accountId',
  'importId',
  'viewId',
  'contactId',
  'noteId',
  'competitorId',
  'ideaId',
  'reviewId',
  'offeringId',
  'moveId',
  'roundId',
  'auditId',
  'fileId',
  'reminderId',
  'commentId',
  'programmeActionId',
  'assessmentId',
  'divisionId',
  'personId',
  'eventId',
  'id',
];

/** What a query must be given to answer at all. */
export const queryOf = ({ operationId }: Route, { ids, earlierAudit }: Pick<Estate, 'ids' | 'earlierAudit'>) =>
  (
    ({
      compareOrganisationAssessments: { from: ids.organisationAssessment, to: ids.organisationAssessment },
      previewMerge: { into: ids.otherAccount },
      listViews: { list: 'accounts' },
      findContacts: { q: 'contact' },
      getMoveEffect: { category: 'star' },
      compareAudits: { from: earlierAudit, to: ids.audit },
      importCatalogueWords: {
        dryRun: 'false',
        fileName: `${ids.person} words.csv`,
        reason: `${ids.person} translated`,
      },
      importAccounts: { dryRun: 'false', fileName: `${ids.person} accounts.csv`, reason: `${ids.person} imported` },
      importAudit: { dryRun: 'false', fileName: `${ids.person} answers.csv` },
      comparePlanRevisions: { from: '1', to: '2' },
      listMovedAccounts: { before: 'prospect', after: 'prospect' },
      addDocument: { name: `${ids.person} report.txt`, title: `${ids.person} report` },
      replaceDocument: { name: `${ids.person} new report.txt`, reason: `${ids.person} of this year` },
      attachEvidenceFile: { name: `${ids.person} minutes.txt`, mediaType: 'text/plain', evidenceOn: '2025-02-20' },
      reviseEvidenceFile: { name: `${ids.person} signed.txt`, reason: `${ids.person} signed them` },
    }) as Record<string, Record<string, string>>
  )[operationId] ?? {};

/** Only what is answered in full can be signed off. */
async function answerAllCells(owner: Caller, alias: string, assessmentId: string): Promise<void> {
  for (const { id } of organisationAssessmentCatalogue.cells.filter(({ id }) => id !== 'A-kam-unit')) {
    const address = `t/${alias}/organisation-assessments/${assessmentId}/answers/${id}`;
    const { status, text } = await owner.put(address, { score: 1 });
    if (status >= 300) throw new Error(`The answer to ${id} was refused to its own tenant: ${text}`);
  }
}

/** Makes one of everything in a tenant, by every command of the API: what is attacked below is known to work. */
export async function settle(url: string, alias: string, mint: Mint, routes: readonly Route[]): Promise<Estate> {
  const owner = new Caller(url, await ownerToken(mint, alias));
  const word = `zq7${alias}zq`;
  const figure = 71_000_000 + alias.charCodeAt(0) * 1_000;
  const person = `p-${alias}-only`;
  let ids: Ids = {
    move: '',
    exit: '',
    promise: '',
    notice: '',
    round: '',
    file: '',
    reminder: '',
    comment: '',
    account: '',
    accountImport: '',
    otherAccount: '',
    view: '',
    contact: '',
    note: '',
    competitor: '',
    idea: '',
    alignmentReview: '',
    offering: '',
    audit: '',
    programmeAction: '',
    organisationAssessment: '',
    division: '',
    person,
    event: '',
  };
  let earlierAudit = '';
  const done = new Set<string>();

  const run = async (operationId: string, change: object = {}, as: Partial<Ids> = {}): Promise<string> => {
    const route = routes.find((known) => known.operationId === operationId);
    if (!route) throw new Error(`There is no command ${operationId} any more: mend test/isolation/estate.ts.`);
    const own = { ...ids, ...as };
    const address = addressOf(route, partsOf(alias, own), queryOf(route, { ids: own, earlierAudit })).slice(
      '/api/'.length,
    );
    const sound = bodyOf(route, word, figure, own);
    const body = Buffer.isBuffer(sound) ? sound : { ...sound, ...change };
    // The same keys in every tenant, by the same person: what is told apart is the tenant alone.
    const answer = await owner.call(route.method, address, body, {
      'idempotency-key': `settle-${done.size}-${operationId}`,
    });
    if (answer.status >= 300) throw new Error(`${operationId} was refused to its own tenant: ${answer.text}`);
    done.add(operationId).add(`${operationId}-${done.size}`);
    return answer.body.id as string;
  };

  /** Nobody makes himself or herself a line manager: a second administrator does. */
  const reportsTo = async (lineManagerId: string, personId: string) => {
    const second = new Caller(url, await mint.token('p-second', { [alias]: ['tenant-administrator'] }));
    owner.tells(second);
    const { status, text } = await second.patch(`t/${alias}/people/${personId}`, { lineManagerId });
    if (status >= 300) throw new Error(`changePerson was refused to its own tenant: ${text}`);
    second.tells(owner);
  };

  /** Nobody is told of what he or she decided. */
  const refuseBySomebodyElse = async (address: string) => {
    const second = new Caller(url, await mint.token('p-second', { [alias]: ['kam-unit-head'] }));
    owner.tells(second);
    const { status, text } = await second.post(address, { reason: `${word} refused by another` });
    if (status >= 300) throw new Error(`refuseMove was refused to its own tenant: ${text}`);
    second.tells(owner);
  };

  await run('describeEnterprise');
  await run('setCategories');
  await run('setExitList');
  ids = { ...ids, division: await run('openDivision') };
  await run('amendDivision');
  await run('setApprovalRule');
  await run('setHealthWeights');
  await run('addPerson');
  await run('addPerson', {}, { person: 'p-shared' });
  await run('addPerson', {}, { person: 'p-gone' });
  await run('changePerson');
  await run('erasePerson', {}, { person: 'p-gone' });
  await run('addPerson', {}, { person: OWNER });
  await reportsTo(OWNER, person);
  for (const end of ['removeMember', undefined]) {
    await run('inviteMember');
    const { body } = await owner.get(`t/${alias}/members?q=${word}`);
    const invited = { person: (body.items as { id: string }[])[0]!.id };
    await run('inviteMemberAgain', {}, invited);
    await run('setMemberRoles', {}, invited);
    if (end) await run(end, {}, invited);
  }
  ids = { ...ids, account: await run('registerAccount') };
  ids = { ...ids, otherAccount: await run('registerAccount', { code: 'ACC-2', name: `${word} other account` }) };
  await run('changeAccountDetails');
  await run('importAccounts');
  const imports = await owner.get(`t/${alias}/accounts/imports`);
  ids = { ...ids, accountImport: (imports.body.items as { id: string }[])[0]!.id };
  await run('resumeAccountImport');
  await run('undoAccountImport');
  await run('scoreAccount');
  await run('draftCriteria');
  await run('discardCriteriaDraft');
  for (const end of ['publishCriteria', undefined]) {
    await run('draftCriteria');
    await run('changeCriteriaDraft', end ? {} : { name: `${word} criteria to come` });
    if (end) await run(end);
  }
  await run('categoriseAccount');
  await run('recategoriseAccount');
  const propose = async (change: object) => {
    await run('proposeMove', change);
    const { body } = await owner.get(`t/${alias}/accounts/${ids.account}/category-moves`);
    ids = { ...ids, move: (body.items as { id: string }[])[0]!.id };
  };
  const another = { category: 'streamline', effectiveOn: '2025-08-10' };
  for (const [end, change] of [
    ['approveMove', {}],
    ['refuseMove', another],
    ['withdrawMove', another],
  ] as const) {
    await propose(change);
    await run(end);
  }
  const account = `t/${alias}/accounts/${ids.account}`;
  ids = { ...ids, exit: String((await owner.get(`${account}/exits`)).body.items[0].exit) };
  await run('assignExitPoint');
  await run('settleExitPoint');
  ids = { ...ids, promise: (await owner.get(`t/${alias}/portfolio/resources`)).body.items[0].id as string };
  await run('checkResource');
  await propose(another);
  await refuseBySomebodyElse(`${account}/category-moves/${ids.move}/refusal`);
  ids = { ...ids, notice: (await owner.get(`t/${alias}/notices`)).body.items[0].id as string };
  await run('markNoticesRead');
  await run('correctDecision');
  await run('archiveAccount');
  await run('restoreAccount');
  await run('ruleDuplicateOut');
  await run('suspectDuplicateAgain');
  await run('mergeAccount', { into: ids.account }, { account: ids.otherAccount });
  await run('unmergeAccount', {}, { account: ids.otherAccount });
  await run('deleteView', {}, { view: await run('saveView') });
  ids = { ...ids, view: await run('saveView') };
  await run('changeView');
  await run('chooseDefaultView');
  await run('changeAccountsInBulk');
  ids = { ...ids, round: await run('openRound') };
  await run('assignScorers');
  await run('spreadScorers');
  await run('remindScorers');
  await run('moveRoundDue');
  const inRound = await owner.get(`t/${alias}/rounds/${ids.round}/accounts`);
  const other = (inRound.body.items as { id: string; code: string }[]).find(({ code }) => code === 'ACC-2')!.id;
  for (const account of [ids.account, other]) {
    await run('giveOwnScores', {}, { account });
    await run('settleScores', {}, { account });
  }
  await run('reopenScores');
  await run('settleScores');
  await run('placeRoundAccounts');
  await run('planRoundMoves');
  await run('acceptRoundMoves');
  await run('refuseRoundMoves', {}, { account: other });
  await run('closeRound');
  await run('reopenRound');
  const goneContact = await run('addContact');
  ids = { ...ids, contact: await run('addContact', { name: `${word} second contact` }) };
  await run('changeContact');
  await run('meetContact');
  await run('setRelationship');
  await run('setReportingLine', { reportsTo: goneContact });
  await run('setRelationshipLevel');
  ids = { ...ids, offering: await run('addOffering') };
  await run('changeOffering');
  await run('markWhiteSpace');
  await run('recordWalletShare');
  await run('setRelationship', {}, { person: OWNER });
  await run('endRelationship', {}, { person: OWNER });
  await run('recordLeaving');
  await run('eraseContact', {}, { contact: goneContact });
  ids = { ...ids, note: await run('writeNote') };
  await run('withdrawNote');
  await run('restoreNote');
  ids = { ...ids, note: await run('addDocument') };
  await run('reviseNote');
  await run('replaceDocument');
  ids = { ...ids, competitor: await run('placeCompetitor') };
  await run('reassessCompetitor');
  ids = { ...ids, idea: await run('pitchIdea') };
  await run('changeIdea');
  await run('answerIdea');
  ids = { ...ids, alignmentReview: await run('recordAlignmentReview') };
  await run('correctAlignmentReview');
  await run('joinTeam');
  await run('changeTeamMember');
  await run('leaveTeam');
  earlierAudit = await run('openAudit', { auditDate: '2024-03-01' });
  const before = { audit: earlierAudit };
  await run('assignAssessors', {}, before);
  await run('answerAction', {}, before);
  await run('signAuditOff', {}, before);
  await run('reopenAudit', {}, before);
  ids = { ...ids, audit: await run('openAudit', { basedOn: earlierAudit }) };
  await run('assignAssessors');
  await run('assignAuditParts');
  await run('confirmAnswers');
  await run('answerAction', { score: 1 });
  await run('answerAction');
  await run('importAudit');
  await run('withdrawEvidenceFile', {}, { file: await run('attachEvidenceFile') });
  ids = { ...ids, file: await run('attachEvidenceFile') };
  await run('reviseEvidenceFile');
  ids = { ...ids, reminder: await run('remindAssessor') };
  await run('dismissReminder');
  await run('withdrawComment', {}, { comment: await run('commentOnAction') });
  ids = { ...ids, comment: await run('commentOnAction', { kind: 'question' }) };
  await run('editComment');
  await run('resolveQuestion');
  ids = { ...ids, organisationAssessment: await run('openOrganisationAssessment') };
  await run('assignOrganisationAssessors');
  await run('answerOrganisationCell');
  await run('settleOrganisationCell');
  await answerAllCells(owner, alias, ids.organisationAssessment);
  await run('settleAgreedCells');
  await run('markTransnational');
  await run('signOffOrganisation');
  await run('reopenOrganisation');
  await run('takeOrganisationLitmus');
  await run('takeCustomerLitmus');
  await run('takeManagerLitmus');
  await run('changeAssessmentSettings');
  await run('putCatalogueWords');
  await run('importCatalogueWords');
  ids = { ...ids, programmeAction: await run('raiseAction') };
  await run('changeAction');
  await run('moveAction');
  await run('setTimeProfile');
  await run('recordOwnTime');
  await run('revisePlan');
  await run('revisePlan', {
    reason: `${word} revised again`,
    content: { ...planOf(word, figure, ids), horizonYears: 4 },
  });
  await run('reviewPlan');

  const untried = routes.filter((route) => route.isTenant && route.isCommand && !done.has(route.operationId));
  if (untried.length > 0) {
    throw new Error(`Commands that test/isolation/estate.ts does not try: ${untried.map(nameOf).join(', ')}.`);
  }
  const history = await owner.get(`t/${alias}/history?limit=200`);
  const events = (history.body.items as { eventId: string }[]).map(({ eventId }) => eventId);
  ids = { ...ids, event: events[0]! };
  const figures = [figure, figure + 1, figure + 2].map(String);
  const secrets = [
    word,
    alias,
    ...figures,
    ids.account,
    ids.accountImport,
    ids.otherAccount,
    ids.view,
    ids.contact,
    ids.note,
    ids.competitor,
    ids.idea,
    ids.alignmentReview,
    ids.offering,
    ids.round,
    ids.audit,
    ids.organisationAssessment,
    ids.file,
    ids.reminder,
    ids.comment,
    ids.programmeAction,
    earlierAudit,
    ids.division,
    person,
    ...events,
  ];
  return { alias, owner, ids, earlierAudit, secrets };
}
