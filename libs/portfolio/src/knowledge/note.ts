import {
  Conflict,
  decider,
  type Descriptions,
  eventTypes,
  type EventsOf,
  NotFound,
  type Recorded,
  Refused,
} from '@mainstay/event-sourcing';
import { z } from 'zod';
import { aboutAccount } from './about-account';
import { changed } from './changed';

/** What a note is about: own desk research, where the customer wants to go, what the customer needs of us. */
export const noteTopics = ['research', 'strategy', 'needs', 'organisation', 'other'] as const;
export type NoteTopic = (typeof noteTopics)[number];

export const storedDocument = z.object({
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.int(),
  sha256: z.string(),
});
export type StoredDocument = z.infer<typeof storedDocument>;

const facts = z.object({
  topic: z.enum(noteTopics),
  title: z.string(),
  text: z.string(),
  /** Where it comes from: an address, a report, a conversation. */
  source: z.string(),
  document: storedDocument.nullable(),
});
export type NoteFacts = z.infer<typeof facts>;

const accountId = z.string();
const why = z.object({ accountId, reason: z.string() });

export const noteEvents = eventTypes({
  'portfolio.NoteWritten': { schema: facts.extend({ accountId }) },
  'portfolio.NoteRevised': {
    /** The whole note before and after; `revision` counts from 1, the note as first written. */
    schema: z.object({ accountId, revision: z.int(), from: facts, to: facts, reason: z.string() }),
  },
  'portfolio.NoteWithdrawn': { schema: why },
  'portfolio.NoteRestored': { schema: why },
});
export type NoteEvent = EventsOf<typeof noteEvents>;

export type Note =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'written';
      readonly accountId: string;
      readonly facts: NoteFacts;
      readonly revision: number;
      readonly withdrawn: boolean;
    };
type Written = Extract<Note, { kind: 'written' }>;

export const note = decider<Note, NoteEvent>({
  stream: 'portfolio.note',
  initial: { kind: 'unknown' },
  events: noteEvents,
  evolve,
});

function evolve(state: Note, event: Recorded<NoteEvent>): Note {
  if (event.type === 'portfolio.NoteWritten') {
    const { accountId, ...facts } = event.data;
    return { kind: 'written', accountId, facts, revision: 1, withdrawn: false };
  }
  if (state.kind === 'unknown') return state;
  switch (event.type) {
    case 'portfolio.NoteRevised':
      return { ...state, facts: event.data.to, revision: event.data.revision };
    case 'portfolio.NoteWithdrawn':
      return { ...state, withdrawn: true };
    case 'portfolio.NoteRestored':
      return { ...state, withdrawn: false };
  }
}

export interface OfNote {
  readonly accountId: string;
  readonly noteId: string;
}

/** @throws NotFound where it is not a note of that account */
export function written(state: Note, { accountId, noteId }: OfNote): Written {
  if (state.kind === 'unknown' || state.accountId !== accountId) throw new NotFound('note', noteId);
  return state;
}

export interface WriteNote extends NoteFacts {
  readonly accountId: string;
}

export function writeNote(state: Note, data: WriteNote): NoteEvent[] {
  if (state.kind === 'written') throw new Conflict('note.written', 'This note has been written already.');
  assertSays(data);
  return [{ type: 'portfolio.NoteWritten', data }];
}

export interface ReviseNote extends OfNote {
  readonly changes: Partial<NoteFacts>;
  readonly reason: string;
}

/** What stood before stays readable as an earlier revision. */
export function reviseNote(state: Note, { accountId, noteId, changes, reason }: ReviseNote): NoteEvent[] {
  const present = inUse(state, { accountId, noteId });
  const difference = changed(present.facts, changes);
  if (!difference) return [];
  const to = { ...present.facts, ...difference.to };
  assertSays(to);
  const data = { accountId, revision: present.revision + 1, from: present.facts, to, reason };
  return [{ type: 'portfolio.NoteRevised', data }];
}

export interface WithdrawNote extends OfNote {
  readonly reason: string;
}

export function withdrawNote(state: Note, { accountId, noteId, reason }: WithdrawNote): NoteEvent[] {
  if (written(state, { accountId, noteId }).withdrawn) return [];
  if (!reason) throw new Refused('note.reason-missing', 'reason: say why the note does not count any more.');
  return [{ type: 'portfolio.NoteWithdrawn', data: { accountId, reason } }];
}

export function restoreNote(state: Note, { accountId, noteId, reason }: WithdrawNote): NoteEvent[] {
  if (!written(state, { accountId, noteId }).withdrawn) return [];
  return [{ type: 'portfolio.NoteRestored', data: { accountId, reason } }];
}

function inUse(state: Note, of: OfNote): Written {
  const present = written(state, of);
  if (present.withdrawn) throw new Refused('note.withdrawn', 'The note is withdrawn; restore it before it is revised.');
  return present;
}

function assertSays({ text, document }: NoteFacts): void {
  if (!text && !document) throw new Refused('note.empty', 'text: write something, or attach a document.');
}

const of = aboutAccount('note');

export const noteDescriptions: Descriptions<NoteEvent> = {
  'portfolio.NoteWritten': (event) => {
    const { accountId: _, document, ...after } = event.data;
    return {
      ...of(event),
      detail: event.data.title,
      after: { ...after, ...(document && { document: document.name }) },
    };
  },
  'portfolio.NoteRevised': (event) => {
    const { from, to, reason } = event.data;
    const difference = changed(from, to);
    return { ...of(event), detail: to.title, before: told(difference?.from), after: told(difference?.to), why: reason };
  },
  'portfolio.NoteWithdrawn': (event) => ({ ...of(event), detail: 'withdrawn', why: event.data.reason }),
  'portfolio.NoteRestored': (event) => ({ ...of(event), detail: 'restored', why: event.data.reason }),
};

/** A document is told by its name. */
const told = ({ document, ...facts }: Partial<NoteFacts> = {}) =>
  document === undefined ? facts : { ...facts, document: document?.name ?? null };
