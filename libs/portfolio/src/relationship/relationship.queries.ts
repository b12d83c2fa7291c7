import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { PersonalDataVault } from '@mainstay/personal-data';
import { ReadStore } from '@mainstay/read-store';
import { In } from 'typeorm';
import type { Stance, Strength } from '../contact/contact.events';
import { relationshipTable } from '../contact/contact.projection';
import { ContactQueries, type ContactRecord, vaultSubject } from '../contact/contact.queries';
import { mergedInto } from '../merge/merged-accounts';
import { readWith, type ReadWith } from '../merge/read-with';
import { divisionTable } from '../enterprise/enterprise-settings/enterprise-settings.projection';
import { type RelationshipFindings, relationshipFindings } from './findings';
import type { CellState, RelationshipLevel } from './relationships.events';
import {
  offeringTable,
  relationshipLevelTable,
  reportingLineTable,
  walletShareTable,
  whiteSpaceTable,
} from './relationships.projection';
import { dayOfPage } from './day-of-page';
import { type CrossSelling, crossSelling, type WhiteSpaceCell } from './white-space';

export interface RelationshipRecord {
  /** Of ours. */
  readonly personId: string;
  readonly stance: Stance;
  readonly strength: Strength;
  readonly ownerId: string | null;
  readonly note: string | null;
  /** When these two were last in touch. */
  readonly lastContactOn: string | null;
}

export interface MappedContact extends Pick<
  ContactRecord,
  'id' | 'name' | 'jobTitle' | 'function' | 'level' | 'influence' | 'lastContactOn' | 'version'
> {
  /** A contact who is there; null where there is none. */
  readonly reportsTo: string | null;
  readonly relationships: readonly RelationshipRecord[];
}

export interface LevelRecord extends ReadWith {
  readonly level: RelationshipLevel;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly setBy: string;
}

export interface RelationshipMap {
  /** Those who are there: neither left nor erased. */
  readonly contacts: readonly MappedContact[];
  readonly findings: RelationshipFindings;
  readonly silentDays: number;
  /** The latest first. */
  readonly levels: readonly LevelRecord[];
}

export interface WalletRecord extends ReadWith {
  readonly on: string;
  readonly ours: number;
  readonly total: number;
  readonly source: string;
  /** Per cent; null where nothing is spent at all. */
  readonly share: number | null;
}

export interface OfferingRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly offered: boolean;
}

export interface WhiteSpace {
  readonly divisions: readonly { readonly id: string; readonly name: string }[];
  readonly offerings: readonly Omit<OfferingRecord, 'offered'>[];
  readonly cells: readonly WhiteSpaceCell[];
  readonly counts: CrossSelling;
  /** The latest first. */
  readonly wallet: readonly WalletRecord[];
}

@Injectable()
export class RelationshipQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly contacts: ContactQueries,
    private readonly vault: PersonalDataVault,
  ) {}

  /** @throws NotFound for an account that the person does not see */
  async map(context: RequestContext, accountId: string, silentDays: number): Promise<RelationshipMap> {
    const everyone = await this.contacts.ofAccount(context, accountId);
    const there = everyone.filter(({ leftOn, erased }) => !leftOn && !erased);
    const { merged, pairs, lines, levels } = await this.readStore.read(context, async (manager) => {
      const merged = await mergedInto(manager, accountId);
      return {
        merged,
        pairs: await manager.find(relationshipTable.entity, {
          where: { contactId: In(there.map(({ id }) => id)), known: true },
          order: { contactId: 'asc', personId: 'asc' },
        }),
        lines: await manager.find(reportingLineTable.entity, { where: { accountId } }),
        levels: await manager.find(relationshipLevelTable.entity, {
          where: { accountId: withMerged(accountId, merged) },
        }),
      };
    });
    const notes = await this.notes(context, pairs);
    const ids = new Set(there.map(({ id }) => id));
    const superior = new Map(lines.map(({ contactId, reportsTo }) => [contactId, reportsTo]));
    const contacts = there.map(({ id, name, jobTitle, level, influence, lastContactOn, version, ...contact }) => {
      const above = superior.get(id) ?? null;
      const relationships = pairs
        .filter(({ contactId }) => contactId === id)
        .map(({ personId, stance, strength, ownerId, note, lastContactOn: metOn }) => {
          return { personId, stance, strength, ownerId, note: note && notes.get(note.enc)!, lastContactOn: metOn };
        });
      const reportsTo = above !== null && ids.has(above) ? above : null;
      return {
        id,
        name,
        jobTitle,
        function: contact.function,
        level,
        influence,
        lastContactOn,
        version,
        reportsTo,
        relationships,
      };
    });
    const people = contacts.map(({ relationships, ...contact }) => ({
      ...contact,
      knownBy: relationships.map(({ personId }) => personId),
    }));
    return {
      contacts,
      findings: relationshipFindings(people, { today: dayOfPage(context), silentDays }),
      silentDays,
      levels: readWith(accountId, merged, levels, ({ effectiveOn }) => effectiveOn).map(
        ({ level, effectiveOn, reason, setBy, saidAt, holds }) => ({
          level,
          effectiveOn,
          reason,
          setBy,
          saidAt,
          holds,
        }),
      ),
    };
  }

  /** @throws NotFound for an account that the person does not see */
  async whiteSpace(context: RequestContext, accountId: string): Promise<WhiteSpace> {
    await this.contacts.assertSees(context, accountId);
    return this.readStore.read(context, async (manager) => {
      const divisions = await manager.find(divisionTable.entity, { order: { name: 'asc', code: 'asc' } });
      const offerings = await manager.find(offeringTable.entity, {
        where: { offered: true },
        order: { name: 'asc', code: 'asc' },
      });
      const marked = await manager.find(whiteSpaceTable.entity, { where: { accountId } });
      const merged = await mergedInto(manager, accountId);
      const wallets = await manager.find(walletShareTable.entity, {
        where: { accountId: withMerged(accountId, merged) },
      });
      const said = new Map<string, CellState | null>(
        marked.map(({ divisionId, offeringId, state }) => [`${divisionId} ${offeringId}`, state]),
      );
      const cells = divisions.flatMap(({ divisionId }) =>
        offerings.map(({ offeringId }) => {
          return { divisionId, offeringId, state: said.get(`${divisionId} ${offeringId}`) ?? null };
        }),
      );
      return {
        divisions: divisions.map(({ divisionId: id, name }) => ({ id, name })),
        offerings: offerings.map(({ offeringId: id, code, name }) => ({ id, code, name })),
        cells,
        counts: crossSelling(cells),
        wallet: readWith(accountId, merged, wallets, ({ measuredOn }) => measuredOn).map(
          ({ measuredOn: on, ours, total, source, saidAt, holds }) => {
            const share = total === 0 ? null : Math.round((1000 * ours) / total) / 10;
            return { on, ours, total, source, share, saidAt, holds };
          },
        ),
      };
    });
  }

  /** What the enterprise sells, and what it sold once. */
  offerings(context: RequestContext): Promise<OfferingRecord[]> {
    return this.readStore.read(context, async (manager) => {
      const rows = await manager.find(offeringTable.entity, { order: { name: 'asc', code: 'asc' } });
      return rows.map(({ offeringId: id, code, name, offered }) => ({ id, code, name, offered }));
    });
  }

  private async notes(context: RequestContext, pairs: readonly { contactId: string; note: { enc: string } | null }[]) {
    const texts = pairs.flatMap(({ contactId, note }) => (note ? [{ subject: vaultSubject(contactId), note }] : []));
    const opened = await this.vault.open(context.tenant, texts, ['note']);
    return new Map(texts.map(({ note }, index) => [note.enc, opened[index]!.note]));
  }
}

const withMerged = (accountId: string, merged: readonly { readonly id: string }[]) =>
  In([accountId, ...merged.map(({ id }) => id)]);
