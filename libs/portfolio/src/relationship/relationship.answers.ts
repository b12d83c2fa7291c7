import { z } from 'zod';
import { contactLevels, influences, stances, strengths } from '../contact/contact.events';
import { cellStates, relationshipLevels } from './relationships.events';

const id = z.string();

/** What is read with an account from one that was merged into it. */
export const readWithAnswer = {
  saidAt: z
    .object({ id, code: z.string(), name: z.string() })
    .nullable()
    .describe('The merged account at which it was said; null: said of this account'),
  holds: z.boolean().describe('False where this account says something itself by that day, which comes first'),
};
const relationship = z.object({
  personId: id.describe('Of ours'),
  stance: z.enum(stances),
  strength: z.enum(strengths),
  ownerId: id.nullable().describe('Who of ours answers for developing it'),
  note: z.string().nullable(),
  lastContactOn: z.iso.date().nullable().describe('When these two were last in touch'),
});

export const mapAnswer = z.object({
  contacts: z.array(
    z.object({
      id,
      name: z.string().nullable(),
      jobTitle: z.string().nullable(),
      function: z.string(),
      level: z.enum(contactLevels),
      influence: z.enum(influences).nullable(),
      lastContactOn: z.iso.date().nullable(),
      version: z.int(),
      reportsTo: id.nullable().describe('Another contact who is there'),
      relationships: z.array(relationship),
    }),
  ),
  findings: z.object({
    contacts: z.int(),
    known: z.int().describe('Contacts whom somebody of ours knows'),
    functions: z.array(z.string()).describe('In which somebody is known'),
    levels: z.array(z.object({ level: z.enum(contactLevels), contacts: z.int(), known: z.int() })),
    highest: z.enum(contactLevels).nullable(),
    board: z.array(id).describe('Known members of the customer’s Board'),
    singleOurs: id.nullable().describe('The one person of ours on whom all hangs'),
    singleTheirs: id.nullable().describe('The one contact whom we know'),
    gaps: z.array(id).describe('Contacts with a say whom nobody of ours knows'),
    silent: z.array(z.object({ contactId: id, days: z.int().nullable().describe('Null: no meeting is recorded') })),
  }),
  silentDays: z.int(),
  levels: z.array(
    z.object({
      level: z.enum(relationshipLevels),
      effectiveOn: z.iso.date(),
      reason: z.string(),
      setBy: id,
      ...readWithAnswer,
    }),
  ),
});

const cell = z.enum(cellStates).nullable();
export const whiteSpaceAnswer = z.object({
  divisions: z.array(z.object({ id, name: z.string() })),
  offerings: z.array(z.object({ id, code: z.string(), name: z.string() })),
  cells: z.array(z.object({ divisionId: id, offeringId: id, state: cell.describe('Null: nobody has said') })),
  counts: z.object({
    bought: z.int(),
    could: z.int(),
    notRelevant: z.int(),
    unsaid: z.int(),
    penetration: z.int().nullable().describe('Per cent bought of what is bought or could be'),
    divisions: z.array(z.object({ divisionId: id, bought: z.int(), could: z.int() })),
    sellingDivisions: z.int(),
    possibleDivisions: z.int(),
  }),
  wallet: z.array(
    z.object({
      on: z.iso.date(),
      ours: z.number().describe('A year, in the currency of the enterprise'),
      total: z.number().describe('A year, of everything that we could supply'),
      source: z.string(),
      share: z.number().nullable().describe('Per cent'),
      ...readWithAnswer,
    }),
  ),
});
