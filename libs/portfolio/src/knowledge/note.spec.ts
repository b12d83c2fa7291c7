import { given, refusal } from '../testing/domain';
import {
  note,
  type NoteEvent,
  noteDescriptions,
  restoreNote,
  reviseNote,
  withdrawNote,
  type WriteNote,
  writeNote,
} from './note';

const of = { accountId: 'a-1', noteId: 'n-1' };
const research: WriteNote = {
  accountId: 'a-1',
  topic: 'strategy',
  title: 'Where they go',
  text: 'Into coatings.',
  source: 'Annual report',
  document: null,
};
const document = { name: 'report.pdf', mediaType: 'application/pdf', size: 3, sha256: 'abc' };
const written = writeNote(note.initial, research);
const state = given(note, ...written);
const withdrawn = given(note, ...written, ...withdrawNote(state, { ...of, reason: 'Outdated' }));

describe('writing a note', () => {
  it('records topic, title, text and where it comes from', () => {
    expect(written).toEqual([{ type: 'portfolio.NoteWritten', data: research }]);
  });

  it('is refused with neither text nor document', () => {
    expect(() => writeNote(note.initial, { ...research, text: '' })).toThrow(refusal('note.empty'));
    expect(writeNote(note.initial, { ...research, text: '', document })).toHaveLength(1);
  });

  it('is refused a second time', () => {
    expect(() => writeNote(state, research)).toThrow(refusal('note.written'));
  });
});

describe('revising a note', () => {
  it('keeps the whole note before and after, under the next number', () => {
    const [first] = reviseNote(state, { ...of, changes: { text: 'Out of coatings.' }, reason: 'They said so' });
    expect(first!.data).toMatchObject({
      revision: 2,
      from: { text: 'Into coatings.', source: 'Annual report' },
      to: { text: 'Out of coatings.', source: 'Annual report' },
    });
    const again = reviseNote(given(note, ...written, first!), { ...of, changes: { document }, reason: '' });
    expect(again[0]!.data).toMatchObject({ revision: 3, to: { text: 'Out of coatings.', document } });
  });

  it('tells the history only what changed, and documents by name', () => {
    const [event] = reviseNote(state, { ...of, changes: { title: 'Their way', document }, reason: 'Found it' });
    const recorded = { ...event!, tenant: 'acme', stream: 'portfolio.note-acme_n-1' };
    expect(noteDescriptions['portfolio.NoteRevised'](recorded as never)).toMatchObject({
      before: { title: 'Where they go', document: null },
      after: { title: 'Their way', document: 'report.pdf' },
      why: 'Found it',
    });
  });

  it('to what it says already changes nothing', () => {
    expect(reviseNote(state, { ...of, changes: { text: 'Into coatings.' }, reason: 'x' })).toEqual([]);
  });

  it('is refused where it is not a note of that account, withdrawn, or nothing would be left', () => {
    const change = { changes: { text: '' }, reason: '' };
    expect(() => reviseNote(state, { ...of, accountId: 'a-2', ...change })).toThrow(refusal('note.not-found'));
    expect(() => reviseNote(withdrawn, { ...of, ...change })).toThrow(refusal('note.withdrawn'));
    expect(() => reviseNote(state, { ...of, ...change })).toThrow(refusal('note.empty'));
  });
});

describe('withdrawing a note', () => {
  it('needs a reason, happens once, and is taken back', () => {
    expect(() => withdrawNote(state, { ...of, reason: '' })).toThrow(refusal('note.reason-missing'));
    expect(withdrawNote(withdrawn, { ...of, reason: 'again' })).toEqual([]);
    const restored: NoteEvent[] = restoreNote(withdrawn, { ...of, reason: 'Still true' });
    expect(restored).toEqual([{ type: 'portfolio.NoteRestored', data: { accountId: 'a-1', reason: 'Still true' } }]);
    expect(restoreNote(state, { ...of, reason: '' })).toEqual([]);
  });
});
