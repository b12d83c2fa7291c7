import { idOfStream } from '@mainstay/event-sourcing';
import { column, projection, readTable } from '@mainstay/read-store';
import { alignmentEvents, type AlignmentScores } from './alignment';
import { competitorEvents, type CompetitorPosition } from './competitor';
import { ideaEvents, type IdeaOutcome } from './idea';
import { noteEvents, type NoteTopic, type StoredDocument } from './note';

const noteFacts = {
  topic: column.text<NoteTopic>(),
  title: column.label(),
  text: column.text(),
  source: column.text(),
  document: column.json<StoredDocument>().optional(),
};

export const noteTable = readTable('account_note', {
  key: ['noteId'],
  columns: {
    noteId: column.text(),
    accountId: column.text(),
    ...noteFacts,
    revision: column.integer(),
    changedBy: column.text(),
    changedAt: column.moment(),
    withdrawnAt: column.moment().optional(),
    version: column.integer(),
  },
  indexes: [['accountId']],
});

/** A note as it read at each revision. */
export const noteRevisionTable = readTable('account_note_revision', {
  key: ['noteId', 'revision'],
  columns: {
    noteId: column.text(),
    revision: column.integer(),
    ...noteFacts,
    writtenBy: column.text(),
    writtenAt: column.moment(),
    reason: column.text(),
  },
});

export const competitorTable = readTable('account_competitor', {
  key: ['competitorId'],
  columns: {
    competitorId: column.text(),
    accountId: column.text(),
    name: column.label(),
    position: column.text<CompetitorPosition>(),
    share: column.number().optional(),
    strengths: column.text(),
    weaknesses: column.text(),
    answer: column.text(),
    asOf: column.date(),
    version: column.integer(),
  },
  indexes: [['accountId']],
});

export const ideaTable = readTable('account_idea', {
  key: ['ideaId'],
  columns: {
    ideaId: column.text(),
    accountId: column.text(),
    title: column.label(),
    description: column.text(),
    pitchedOn: column.date(),
    pitchedBy: column.text(),
    contactIds: column.textArray(),
    value: column.number().optional(),
    outcome: column.text<IdeaOutcome>(),
    answeredOn: column.date().optional(),
    answerNote: column.text(),
    version: column.integer(),
  },
  indexes: [['accountId'], ['pitchedOn']],
});

export const alignmentTable = readTable('alignment_review', {
  key: ['reviewId'],
  columns: {
    reviewId: column.text(),
    accountId: column.text(),
    heldOn: column.date(),
    people: column.textArray(),
    contactIds: column.textArray(),
    scores: column.json<AlignmentScores>(),
    note: column.text(),
    nextOn: column.date().optional(),
    version: column.integer(),
  },
  indexes: [['accountId'], ['nextOn']],
});

const id = ({ tenant, stream }: { tenant: string; stream: string }) => idOfStream(tenant, stream);

export const accountKnowledge = projection({
  name: 'portfolio.account-knowledge',
  version: 1,
  events: { ...noteEvents, ...competitorEvents, ...ideaEvents, ...alignmentEvents },
  tables: {
    notes: noteTable,
    revisions: noteRevisionTable,
    competitors: competitorTable,
    ideas: ideaTable,
    alignment: alignmentTable,
  },
  on: {
    'portfolio.NoteWritten': (event, { notes, revisions }) => {
      const { accountId, ...facts } = event.data;
      const { recorded, version, metadata } = event;
      const noteId = id(event);
      const by = metadata.actor;
      notes.insert({ noteId, accountId, ...facts, revision: 1, changedBy: by, changedAt: recorded, version });
      revisions.insert({ noteId, revision: 1, ...facts, writtenBy: by, writtenAt: recorded, reason: '' });
    },
    'portfolio.NoteRevised': (event, { notes, revisions }) => {
      const { revision, to, reason } = event.data;
      const { recorded, version, metadata } = event;
      const noteId = id(event);
      const by = metadata.actor;
      notes.update({ noteId }, { ...to, revision, changedBy: by, changedAt: recorded, version });
      revisions.insert({ noteId, revision, ...to, writtenBy: by, writtenAt: recorded, reason });
    },
    'portfolio.NoteWithdrawn': (event, { notes }) =>
      notes.update({ noteId: id(event) }, { withdrawnAt: event.recorded, version: event.version }),
    'portfolio.NoteRestored': (event, { notes }) =>
      notes.update({ noteId: id(event) }, { withdrawnAt: null, version: event.version }),
    'portfolio.CompetitorPlaced': (event, { competitors }) =>
      competitors.insert({ competitorId: id(event), ...event.data, version: event.version }),
    'portfolio.CompetitorReassessed': (event, { competitors }) =>
      competitors.update({ competitorId: id(event) }, { ...event.data.to, version: event.version }),
    'portfolio.IdeaPitched': (event, { ideas }) =>
      ideas.insert({ ideaId: id(event), ...event.data, outcome: 'open', answerNote: '', version: event.version }),
    'portfolio.IdeaChanged': (event, { ideas }) =>
      ideas.update({ ideaId: id(event) }, { ...event.data.to, version: event.version }),
    'portfolio.IdeaAnswered': (event, { ideas }) => {
      const { to, on, note } = event.data;
      ideas.update({ ideaId: id(event) }, { outcome: to, answeredOn: on, answerNote: note, version: event.version });
    },
    'portfolio.AlignmentReviewed': (event, { alignment }) =>
      alignment.insert({ reviewId: id(event), ...event.data, version: event.version }),
    'portfolio.AlignmentReviewCorrected': (event, { alignment }) =>
      alignment.update({ reviewId: id(event) }, { ...event.data.to, version: event.version }),
  },
});
