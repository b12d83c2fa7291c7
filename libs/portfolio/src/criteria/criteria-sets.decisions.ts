import { Conflict, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import { assertEffectiveDate } from '../account/account.rules';
import { axes, type Criteria, type CriteriaSet, spendWarning } from './criteria';
import { type CriteriaDraft, type CriteriaSets, inForceOn } from './criteria-sets';
import type { ChangeDraftBody, DraftCriteriaBody, PublishDraftBody } from './criteria-sets.commands';
import type { CriteriaContent, CriteriaSetEvent } from './criteria-sets.events';
import { bandsProblem } from './fed';

/** One draft at a time, so that everybody works on the same next version. */
export function draftCriteria(
  { published, draft }: CriteriaSets,
  { basedOn }: DraftCriteriaBody,
  context: RequestContext,
): CriteriaSetEvent[] {
  const base =
    basedOn === undefined ? inForceOn(published, dayOf(context)) : published.find(({ version }) => version === basedOn);
  if (!base) throw new Refused('criteria.version-unknown', `basedOn: there is no criteria set ${basedOn}.`);
  const fresh = { basedOn: base.version, ...contentOf(base) };
  if (draft && isDeepStrictEqual({ basedOn: draft.basedOn, ...contentOf(draft) }, fresh)) return [];
  if (draft)
    throw new Conflict('criteria.draft-exists', 'There is a draft already: change it, publish it or discard it.');
  return [{ type: 'portfolio.CriteriaDrafted', data: fresh }];
}

export function changeDraft({ draft }: CriteriaSets, to: ChangeDraftBody): CriteriaSetEvent[] {
  const from = contentOf(drafted(draft));
  const twice = to.criteria.find(({ id }, index) => to.criteria.findIndex((other) => other.id === id) !== index);
  if (twice) throw new Refused('criteria.id-twice', `criteria: the id ${twice.id} is given to two criteria.`);
  if (isDeepStrictEqual(from, to)) return [];
  return [{ type: 'portfolio.CriteriaDraftChanged', data: { from, to } }];
}

export function discardDraft({ draft }: CriteriaSets): CriteriaSetEvent[] {
  return draft ? [{ type: 'portfolio.CriteriaDraftDiscarded', data: { from: contentOf(draft) } }] : [];
}

/** The draft becomes the next version, which never changes again; spend over half of an axis is warned about, not forbidden. */
export function publishDraft(
  { published, draft }: CriteriaSets,
  { effectiveOn, reason }: PublishDraftBody,
  context: RequestContext,
): CriteriaSetEvent[] {
  const content = contentOf(drafted(draft));
  const last = published.at(-1)!;
  if (!reason) throw new Refused('criteria.reason-missing', 'reason: say why the criteria change.');
  assertComplete(content.criteria);
  assertBands(content.criteria);
  assertEffectiveDate(effectiveOn, context);
  if (last.effectiveOn !== null && effectiveOn < last.effectiveOn) {
    const rule = `must not be before ${last.effectiveOn}, when version ${last.version} takes effect.`;
    throw new Refused('criteria.effective-too-early', `effectiveOn: ${rule}`);
  }
  const from = { version: last.version, ...contentOf(last) };
  if (isDeepStrictEqual(from.criteria, content.criteria)) {
    throw new Refused('criteria.unchanged', `criteria: nothing differs from version ${last.version}.`);
  }
  const warning = spendWarning(content) ?? null;
  const data = { version: last.version + 1, ...content, effectiveOn, reason, from, warning };
  return [{ type: 'portfolio.CriteriaPublished', data, effectiveOn }];
}

function assertComplete(criteria: Criteria): void {
  const without = axes.filter((axis) => !criteria.some((criterion) => criterion.axis === axis));
  if (without.length > 0) {
    throw new Refused('criteria.axis-empty', `criteria: ${without.join(' and ')} must have at least one criterion.`);
  }
  const unsaid = criteria.filter(
    ({ label, help, anchors }) => !label || !help || !anchors['0'] || !anchors['5'] || !anchors['10'],
  );
  if (unsaid.length > 0) {
    const names = unsaid.map(({ id, label }) => label || id).join(', ');
    throw new Refused(
      'criteria.words-missing',
      `criteria: each needs a name, an explanation and what 0, 5 and 10 look like; missing for ${names}.`,
    );
  }
}

function assertBands(criteria: Criteria): void {
  for (const { id, label, fed } of criteria) {
    const problem = fed && bandsProblem(fed);
    if (problem) throw new Refused('criteria.bands', `criteria: of ${label || id}, ${problem}.`);
  }
}

function drafted(draft: CriteriaDraft | null): CriteriaDraft {
  if (!draft) throw new Refused('criteria.draft-missing', 'There is no draft: begin one first.');
  return draft;
}

const contentOf = ({ name, criteria }: CriteriaContent | CriteriaSet): CriteriaContent => ({ name, criteria });

/** The business day of a command. */
export const dayOf = ({ recordedAt, now }: RequestContext): string => (recordedAt ?? now).toISOString().slice(0, 10);
