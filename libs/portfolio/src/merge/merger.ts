import { Injectable } from '@nestjs/common';
import {
  type CommandResult,
  CommandRunner,
  idForRequest,
  newId,
  type Position,
  Refused,
  Rejection,
  type RequestContext,
} from '@mainstay/event-sourcing';
import { account, type RegisteredAccount } from '../account/account';
import type { AccountMerge } from '../account/account.events';
import { assertInUse, registered } from '../account/account.rules';
import { ParentGuard } from '../account/parent-guard';
import { contact, moveContact } from '../contact/contact';
import { MoveContact } from '../contact/contact.commands';
import { markWhiteSpace, relationships, setReportingLine } from '../relationship/relationships';
import { MarkWhiteSpaceAs, SetReportingLineTo } from '../relationship/relationships.commands';
import type { CellState } from '../relationship/relationships.events';
import {
  AbsorbAccount,
  absorbAccount,
  FinishMerge,
  finishMerge,
  FinishUnmerge,
  finishUnmerge,
  MergeAccount,
  mergeAccount,
  PartAccount,
  partAccount,
  Reparent,
  reparent,
  UnmergeAccount,
  unmergeAccount,
  untouched,
} from './merge';
import { factsTaken } from './merge-plan';
import type { MergeRequest } from './merge.views';
import { MergeQueries } from './merge.queries';

type Merging = NonNullable<RegisteredAccount['merged']>;

/**
 * Carries merges out, and back. The first event, on the account that goes, says everything that follows; each further
 * step looks at what has been done, so that a merge that was interrupted is gone on with by doing it again.
 */
@Injectable()
export class Merger {
  constructor(
    private readonly runner: CommandRunner,
    private readonly queries: MergeQueries,
    private readonly parents: ParentGuard,
  ) {}

  async merge(request: RequestContext, accountId: string, body: MergeRequest): Promise<CommandResult> {
    const merged = await this.account(request, accountId);
    const survivor = await this.account(request, body.into);
    if (merged.merged?.survivor.accountId === body.into && merged.merged.state !== 'unmerging') {
      // Asked again, maybe because the answer was lost: what is still to do is done, and nothing twice.
      const again = { ...request, idempotencyKey: undefined };
      const same = new MergeAccount(again, accountId, { ...merged.merged, accountId });
      return this.carryOn(request, accountId, await this.runner.run(account, mergeAccount, same));
    }
    await this.assertMayMerge(request, accountId, merged, body.into, survivor);
    const facts = factsTaken(merged, survivor, body.keep);
    if (facts.parentId === body.into || facts.parentId === accountId) delete facts.parentId;
    await this.parents.assertMayBe(request, body.into, facts.parentId);
    const parts = await this.queries.parts(request, accountId, body.into);
    const merge: AccountMerge = {
      ...parts,
      mergeId: idForRequest('account-merge', request),
      survivor: { accountId: body.into, code: survivor.code, name: survivor.name },
      facts,
      ...(body.scores === 'merged' ? { scoring: merged.scoring } : {}),
      reason: body.reason,
    };
    const command = new MergeAccount(request, accountId, { ...merge, accountId });
    const first = await this.runner.run(account, mergeAccount, command);
    return this.carryOn(request, accountId, first);
  }

  async unmerge(request: RequestContext, accountId: string, reason: string): Promise<CommandResult> {
    const { merged } = await this.account(request, accountId);
    if (merged) {
      const survivor = await this.account(request, merged.survivor.accountId);
      if (survivor.merged) {
        throw new Refused(
          'merge.survivor-merged',
          `${survivor.name} was itself merged into ${survivor.merged.survivor.name}; undo that merge first.`,
        );
      }
    }
    const command = new UnmergeAccount(request, accountId, { accountId, reason });
    const first = await this.runner.run(account, unmergeAccount, command);
    return this.carryOn(request, accountId, first);
  }

  /** What a merge, or its undoing, still has to do. Repeating it changes nothing. */
  async carryOn(request: RequestContext, accountId: string, first?: CommandResult): Promise<CommandResult> {
    const { tenant, actor, roles, onBehalfOf, now, recordedAt } = request;
    const context = { tenant, actor, roles, onBehalfOf, now, recordedAt, correlation: request.correlation };
    const { merged } = await this.account(context, accountId);
    let last: CommandResult | undefined;
    if (merged?.state === 'merging') last = await this.goOver(context, accountId, merged);
    if (merged?.state === 'unmerging') last = await this.comeBack(context, accountId, merged);
    const position = latest(first?.position, last?.position);
    return { id: accountId, version: last?.version ?? first?.version ?? 0, position, changed: first?.changed ?? true };
  }

  private async goOver(context: RequestContext, accountId: string, merge: Merging): Promise<CommandResult> {
    const { mergeId, survivor, contacts, lines, cells, children } = merge;
    const { code, name } = await this.account(context, accountId);
    const reason = `${name} (${code}) was merged into ${survivor.name} (${survivor.code}): ${merge.reason}`;
    const absorb = { accountId: survivor.accountId, absorbed: { accountId, code, name }, merge };
    try {
      await this.runner.run(account, absorbAccount, new AbsorbAccount(context, survivor.accountId, absorb));
    } catch (error) {
      if (!(error instanceof Rejection) || error.status >= 500) throw error;
      // Somebody archived or merged the survivor at the same moment: this account stands by itself as before.
      const back = { accountId, reason: `The merge could not be carried out: ${error.message}` };
      await this.runner.run(account, unmergeAccount, new UnmergeAccount(context, accountId, back));
      await this.carryOn(context, accountId);
      throw error;
    }
    const way = { from: accountId, to: survivor.accountId, mergeId, reason };
    for (const id of contacts) await this.runner.run(contact, moveContact, new MoveContact(context, id, way));
    for (const line of lines) await this.moveLine(context, line, way);
    for (const { state, ...cell } of cells) {
      const mark = { ...cell, state: state as CellState, reason };
      await this.runner.run(relationships, markWhiteSpace, new MarkWhiteSpaceAs(context, survivor.accountId, mark));
    }
    for (const child of children) {
      await this.runner.run(account, reparent, new Reparent(context, child, { ...way, accountId: child }));
    }
    return this.runner.run(account, finishMerge, new FinishMerge(context, accountId, { accountId, mergeId }));
  }

  private async comeBack(context: RequestContext, accountId: string, merge: Merging): Promise<CommandResult> {
    const { mergeId, survivor, contacts, lines, cells, children, undoReason } = merge;
    const { code, name } = await this.account(context, accountId);
    const reason = `${name} (${code}) and ${survivor.name} (${survivor.code}) part again: ${undoReason}`;
    const way = { from: survivor.accountId, to: accountId, mergeId, reason };
    const standing = await this.account(context, survivor.accountId);
    const came = standing.absorbed[mergeId];
    const left: string[] = came
      ? Object.keys(came.to).filter((fact) => !(untouched(standing, came.to) as string[]).includes(fact))
      : [];
    for (const line of lines) await this.moveLine(context, line, way);
    for (const id of contacts) await this.runner.run(contact, moveContact, new MoveContact(context, id, way));
    const said = await this.runner.state(relationships, context.tenant, survivor.accountId);
    for (const { divisionId, offeringId, state } of cells) {
      if (said.cells[`${divisionId} ${offeringId}`] !== state) continue;
      const mark = { divisionId, offeringId, state: null, reason };
      await this.runner.run(relationships, markWhiteSpace, new MarkWhiteSpaceAs(context, survivor.accountId, mark));
    }
    for (const child of children) {
      await this.runner.run(account, reparent, new Reparent(context, child, { ...way, accountId: child }));
    }
    const part = { accountId: survivor.accountId, mergeId, reason };
    await this.runner.run(account, partAccount, new PartAccount(context, survivor.accountId, part));
    const finish = { accountId, mergeId, left, reason: undoReason ?? '' };
    return this.runner.run(account, finishUnmerge, new FinishUnmerge(context, accountId, finish));
  }

  /** A line goes with its contact, as far as it still reads as it did. */
  private async moveLine(
    context: RequestContext,
    { contactId, reportsTo }: AccountMerge['lines'][number],
    { from, to, reason }: { readonly from: string; readonly to: string; readonly reason: string },
  ): Promise<void> {
    const set = (of: string, superior: string | null) =>
      this.runner.run(
        relationships,
        setReportingLine,
        new SetReportingLineTo(context, of, { contactId, reportsTo: superior, reason }),
      );
    const before = await this.runner.state(relationships, context.tenant, from);
    const there = await this.runner.state(relationships, context.tenant, to);
    if (before.reportsTo[contactId] === reportsTo) await set(from, null);
    else if (there.reportsTo[contactId] !== undefined) return;
    await set(to, reportsTo);
  }

  private async assertMayMerge(
    context: RequestContext,
    accountId: string,
    merged: RegisteredAccount,
    into: string,
    survivor: RegisteredAccount,
  ): Promise<void> {
    if (into === accountId) throw new Refused('merge.same', 'into: must be another account.');
    assertInUse(merged);
    if (survivor.archived) {
      throw new Refused('merge.survivor-archived', `into: ${survivor.name} is archived or merged itself.`);
    }
    let above = survivor.parentId;
    for (let depth = 0; above && depth < 20; depth++) {
      if (above === accountId) {
        throw new Refused(
          'merge.below',
          `into: ${survivor.name} stands below ${merged.name} in the customer’s structure; merge the other way round, or change its parent first.`,
        );
      }
      const state = await this.runner.state(account, context.tenant, above);
      above = state.kind === 'registered' ? state.parentId : null;
    }
  }

  /** Why a merge would be refused as things stand; null where it would not be. */
  async refusal(context: RequestContext, accountId: string, into: string): Promise<string | null> {
    const merged = await this.account(context, accountId);
    const survivor = await this.account(context, into);
    try {
      await this.assertMayMerge(context, accountId, merged, into, survivor);
      const would = { mergeId: newId(), facts: {}, contacts: [], lines: [], cells: [], children: [], reason: 'asked' };
      mergeAccount(merged, { ...would, accountId, survivor: { accountId: into, code: '', name: '' } });
      return null;
    } catch (error) {
      if (error instanceof Rejection) return error.message;
      throw error;
    }
  }

  async account({ tenant }: RequestContext, accountId: string): Promise<RegisteredAccount> {
    return registered(await this.runner.state(account, tenant, accountId), accountId);
  }
}

const latest = (one: Position | undefined, other: Position | undefined): Position | undefined =>
  one === undefined || (other !== undefined && other > one) ? other : one;
