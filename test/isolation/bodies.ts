import type { Route } from './routes';
import { type Ids, OWNER } from './estate';

const share = (percent: number) => ({ from: percent, to: percent });
const activities =
  'relationships implementation planning selling commercial-alignment problem-solving capability brand reporting training team other';
/** Adds up to 100. */
const perActivity = <Share>(value: (percent: number) => Share) =>
  Object.fromEntries(activities.split(' ').map((id, index) => [id, value(index === 0 ? 45 : 5)]));

const alignmentTopics = ['goals', 'value', 'delivery', 'people', 'innovation', 'trust'];
const criteria =
  'spend-potential growth margin new-products influence marquee stronghold strategic-fit cultural-fit kam-readiness customer-view';

/** A body that each command accepts, full of words that only its tenant knows; the bytes of a file where it takes one. */
export function bodyOf(
  { operationId, path, takesFile }: Pick<Route, 'operationId' | 'path' | 'takesFile'>,
  word: string,
  figure: number,
  ids: Ids,
): object {
  const bodies: Record<string, object> = {
    describeEnterprise: { name: `${word} enterprise`, currency: 'EUR', capacity: 40, planReviewDays: 90 },
    setApprovalRule: { select: 'one', up: 'one', down: 'one', 'de-select': 'one', reason: `${word} small unit` },
    openDivision: { code: 'D-1', name: `${word} division`, headId: OWNER },
    amendDivision: { name: `${word} division, renamed` },
    addPerson: {
      personId: ids.person,
      name: `${word} person`,
      email: `${word}@person.example`,
      role: 'assessor',
      divisionId: ids.division,
    },
    changePerson: { name: `${word} person, renamed`, reason: `${word} changed the name` },
    erasePerson: { reason: `${word} asked for it` },
    registerAccount: {
      code: 'ACC-1',
      name: `${word} account`,
      industry: `${word} industry`,
      countries: ['SE'],
      divisionIds: [ids.division],
      leadId: OWNER,
      sponsorId: OWNER,
      spend: figure,
    },
    changeAccountDetails: {
      industry: `${word} trade`,
      sites: [`${word} site`],
      crmId: `${word} crm`,
      divisionIds: [ids.division],
      reason: `${word} moved on`,
    },
    mergeAccount: { into: ids.otherAccount, keep: { sites: 'both' }, reason: `${word} one customer` },
    unmergeAccount: { reason: `${word} two customers` },
    ruleDuplicateOut: { otherId: ids.otherAccount, reason: `${word} asked both` },
    suspectDuplicateAgain: { otherId: ids.otherAccount, reason: `${word} asked again` },
    changeAccountsInBulk: {
      accountIds: [ids.account, ids.otherAccount],
      change: { industry: `${word} bulk industry` },
      reason: `${word} sorted anew`,
      dryRun: false,
    },
    saveView: { list: 'accounts', name: `${word} view`, query: `q=${word}`, shared: true },
    changeView: { name: `${word} view, renamed` },
    deleteView: {},
    chooseDefaultView: { list: 'accounts', viewId: ids.view },
    archiveAccount: { reason: `${word} merged` },
    restoreAccount: { reason: `${word} parted` },
    scoreAccount: {
      criteriaVersion: 1,
      scores: Object.fromEntries(criteria.split(' ').map((id) => [id, 6])),
      note: `${word} scored`,
    },
    draftCriteria: { basedOn: 1 },
    discardCriteriaDraft: {},
    changeCriteriaDraft: {
      name: `${word} criteria`,
      criteria: (['attractiveness', 'standing'] as const).map((axis) => ({
        id: axis,
        axis,
        weight: 10,
        spend: false,
        label: `${word} ${axis}`,
        help: `${word} question`,
        anchors: { '0': `${word} none`, '5': `${word} some`, '10': `${word} all` },
      })),
    },
    publishCriteria: { effectiveOn: '2025-01-15', reason: `${word} asks other questions` },
    categoriseAccount: { category: 'star', effectiveOn: '2025-01-10', reason: `${word} shines`, decidedBy: OWNER },
    recategoriseAccount: {
      category: 'strategic',
      effectiveOn: '2025-06-10',
      reason: `${word} grew`,
      approvedBy: OWNER,
      resource: `${word} team`,
    },
    proposeMove: { category: 'status', effectiveOn: '2025-07-10', reason: `${word} shrinks`, resource: `${word} half` },
    approveMove: {},
    refuseMove: { reason: `${word} refused` },
    withdrawMove: { reason: `${word} withdrew` },
    correctDecision: { to: { category: 'star', effectiveOn: '2025-01-11' }, reason: `${word} mistyped` },
    addContact: {
      name: `${word} contact`,
      jobTitle: `${word} buyer`,
      email: `${word}@contact.example`,
      phone: '+46 1234',
      level: 'board',
      knownBy: [OWNER],
      purpose: `${word} purpose`,
    },
    changeContact: { level: 'senior', name: `${word} contact, renamed`, reason: `${word} promoted` },
    meetContact: { metOn: '2025-03-01', note: `${word} fair` },
    recordLeaving: { leftOn: '2025-05-01', reason: `${word} retired` },
    setRelationship: {
      stance: 'supportive',
      strength: 'works-with',
      ownerId: OWNER,
      note: `${word} listens`,
      reason: `${word} changed`,
    },
    endRelationship: { reason: `${word} moved away` },
    setReportingLine: { reportsTo: null, reason: `${word} reorganised` },
    setRelationshipLevel: { level: 'enhanced', effectiveOn: '2025-02-01', reason: `${word} joint workshop` },
    addOffering: { code: 'OFF-1', name: `${word} offering` },
    changeOffering: { name: `${word} offering, renamed`, reason: `${word} branding` },
    markWhiteSpace: { state: 'could', reason: `${word} asked` },
    recordWalletShare: { on: '2025-02-01', ours: figure, total: figure + 2, source: `${word} report` },
    eraseContact: { reason: `${word} asked for it` },
    writeNote: { topic: 'strategy', title: `${word} goals`, text: `${word} into coatings`, source: `${word} report` },
    addDocument: Buffer.from(`${word} annual report`),
    reviseNote: { text: `${word} out of coatings`, reason: `${word} said so` },
    replaceDocument: Buffer.from(`${word} annual report of this year`),
    withdrawNote: { reason: `${word} outdated` },
    restoreNote: { reason: `${word} still true` },
    placeCompetitor: { name: `${word} rival`, position: 'second', strengths: `${word} near`, asOf: '2025-02-01' },
    reassessCompetitor: { position: 'main', answer: `${word} stock at the plant`, reason: `${word} tender` },
    pitchIdea: {
      title: `${word} idea`,
      pitchedOn: '2025-02-01',
      pitchedBy: OWNER,
      contactIds: [ids.contact],
      value: figure,
    },
    changeIdea: { description: `${word} described`, reason: `${word} asked` },
    answerIdea: { outcome: 'trial', on: '2025-03-01', note: `${word} two plants` },
    recordAlignmentReview: {
      heldOn: '2025-02-01',
      people: [OWNER],
      contactIds: [ids.contact],
      scores: Object.fromEntries(alignmentTopics.map((topic) => [topic, { ours: 8, theirs: 5 }])),
      note: `${word} monthly`,
      nextOn: '2025-08-01',
    },
    correctAlignmentReview: { note: `${word} weekly`, reason: `${word} misheard` },
    joinTeam: { personId: ids.person, joinedOn: '2025-01-01', kind: 'core', role: `${word} delivery` },
    changeTeamMember: { share: 40, reason: `${word} agreed` },
    leaveTeam: { leftOn: '2025-06-01', reason: `${word} moved on` },
    openAudit: {
      scope: { kind: 'division', divisionId: ids.division },
      title: `${word} audit`,
      auditDate: '2025-03-01',
      assessorIds: [OWNER],
    },
    importCatalogueWords: Buffer.from(`item,label\nA1-02,${word} need`),
    importAccounts: Buffer.from(`Code,Name,Industry\nACC-3,${word} imported,${word} imports`),
    resumeAccountImport: {},
    undoAccountImport: { reason: `${word} wrong file` },
    importAudit: Buffer.from(`Action id,Score,Evidence\nA1-04,2,${word} imported`),
    assignAssessors: { assessorIds: [OWNER, ids.person] },
    assignAuditParts: {
      assignments: [
        { personId: OWNER, part: { kind: 'all' }, dueOn: '2025-04-01' },
        { personId: ids.person, part: { kind: 'stream', stream: 'processes' } },
      ],
    },
    confirmAnswers: { actionIds: ['A1-02'] },
    signAuditOff: { unansweredBecause: `${word} is young`, note: `${word} signed` },
    reopenAudit: { reason: `${word} reopened` },
    openOrganisationAssessment: {
      scope: { kind: 'division', divisionId: ids.division },
      title: `${word} organisation`,
      assessedOn: '2025-03-01',
      assessorIds: [OWNER],
    },
    assignOrganisationAssessors: { assessorIds: [OWNER] },
    answerOrganisationCell: { score: 2, evidence: `${word} chart`, note: `${word} note`, reason: `${word} again` },
    settleOrganisationCell: { score: 1, reason: `${word} settled` },
    settleAgreedCells: {},
    markTransnational: { transnational: false, reason: `${word} stays in one country` },
    signOffOrganisation: { note: `${word} signed` },
    reopenOrganisation: { reason: `${word} reopened` },
    takeOrganisationLitmus: litmusOf('O', 5, word),
    takeCustomerLitmus: litmusOf('C', 6, word),
    takeManagerLitmus: litmusOf('M', 5, word),
    answerAction: { score: 2, evidence: `${word} evidence`, evidenceOn: '2025-02-20', reason: `${word} looked again` },
    putCatalogueWords: { items: [{ id: 'A1-01', label: `${word} driver` }], reason: `${word} says it so` },
    changeAssessmentSettings: { threshold: 75, reason: `${word} reads it so` },
    raiseAction: {
      title: `${word} programme action`,
      description: `${word} why`,
      ownerId: OWNER,
      dueOn: '2025-06-30',
      source: { kind: 'audit-action', auditId: ids.audit, actionId: 'A1-02' },
      divisionId: ids.division,
      accountId: ids.account,
    },
    changeAction: { title: `${word} programme action, said better`, dueOn: '2025-07-31', reason: `${word} was late` },
    moveAction: { state: 'done', evidence: `${word} minutes`, doneOn: '2025-05-02' },
    commentOnAction: { text: `${word} asks @[${ids.person}]`, kind: 'comment' },
    editComment: { text: `${word} asks @[${ids.person}] again` },
    withdrawComment: { reason: `${word} was wrong` },
    resolveQuestion: { resolved: true, reason: `${word} is settled` },
    remindAssessor: { personId: OWNER, note: `${word} asks for the rest` },
    dismissReminder: {},
    withdrawEvidenceFile: { reason: `${word} was of another customer` },
    setTimeProfile: { shares: perActivity(share), effectiveFrom: '2025-01-01', reason: `${word} asks for it` },
    recordOwnTime: { shares: perActivity((percent) => percent), note: `${word} week`, reason: `${word} diary` },
    revisePlan: { content: planOf(word, figure, ids), reason: `${word} revised` },
    reviewPlan: { reviewedOn: '2025-04-01', note: `${word} reviewed` },
  };
  const body = bodies[operationId] ?? (takesFile ? Buffer.from(`${word} file`) : undefined);
  if (!body) throw new Error(`${path}: say in test/isolation/estate.ts what body ${operationId} accepts.`);
  return body;
}

const litmusOf = (letter: string, questions: number, word: string) => ({
  takenOn: '2025-02-01',
  answers: Object.fromEntries(
    Array.from({ length: questions }, (_, index) => [`${letter}${index + 1}`, { answer: 'yes', note: `${word} seen` }]),
  ),
});

export const planOf = (word: string, figure: number, ids: Ids) => ({
  horizonYears: 3,
  relationshipPlan: `${word} relationship`,
  revenuePlan: `${word} revenue`,
  criticalSuccessFactors: [{ id: 'f-1', text: `${word} factor` }],
  objectives: [
    {
      id: 'o-1',
      title: `${word} objective`,
      measure: `${word} share`,
      baseline: 1,
      target: 2,
      unit: '%',
      dueOn: '2026-12-31',
    },
  ],
  actions: [
    { id: 'a-1', title: `${word} action`, ownerId: ids.person, dueOn: '2025-04-30', state: 'open', objectiveId: 'o-1' },
  ],
  forecast: [{ year: 2026, divisionId: ids.division, revenue: figure + 1, margin: figure + 2 }],
});
