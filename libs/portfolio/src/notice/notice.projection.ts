import { idOfStream, type Recorded } from '@mainstay/event-sourcing';
import { column, projection, readTable } from '@mainstay/read-store';
import { type AccountEvent, accountEvents } from '../account/account.events';
import type { Category } from '../account/category';
import { noticeEvents } from './notice.events';

/** What a person is told of: a decision on the category of an account that concerns him or her. */
export const noticeTable = readTable('notice', {
  key: ['noticeId', 'personId'],
  columns: {
    /** The account and its version that recorded what is told. */
    noticeId: column.text(),
    personId: column.text(),
    accountId: column.text(),
    kind: column.text<'moved' | 'refused' | 'corrected'>(),
    fromCategory: column.text<Category>().optional(),
    /** Null where a correction says that there was no such decision. */
    toCategory: column.text<Category>().optional(),
    effectiveOn: column.date().optional(),
    reason: column.text(),
    by: column.text(),
    toldAt: column.moment(),
    readAt: column.moment().optional(),
  },
  indexes: [['personId', 'toldAt']],
});

export const notices = projection({
  name: 'portfolio.notices',
  version: 1,
  events: { ...accountEvents, ...noticeEvents },
  tables: { notices: noticeTable },
  on: {
    'portfolio.AccountRecategorised': (event, { notices }) => {
      const { from: fromCategory, to: toCategory, effectiveOn, reason } = event.data;
      for (const personId of othersThanActor(event)) {
        notices.insert({ ...toldBy(event), personId, kind: 'moved', fromCategory, toCategory, effectiveOn, reason });
      }
    },
    'portfolio.CategoryMoveRefused': (event, { notices }) => {
      const { to: toCategory, reason } = event.data;
      for (const personId of othersThanActor(event)) {
        notices.insert({ ...toldBy(event), personId, kind: 'refused', toCategory, reason });
      }
    },
    'portfolio.CategoryDecisionCorrected': (event, { notices }) => {
      const { from, to, reason } = event.data;
      const said = { fromCategory: from.category, toCategory: to?.category, effectiveOn: to?.effectiveOn, reason };
      for (const personId of othersThanActor(event)) {
        notices.insert({ ...toldBy(event), personId, kind: 'corrected', ...said });
      }
    },
    'portfolio.NoticesRead': ({ tenant, stream, recorded: readAt, data }, { notices }) => {
      const personId = idOfStream(tenant, stream);
      for (const noticeId of data.noticeIds) notices.update({ noticeId, personId }, { readAt });
    },
  },
});

type Happened = Pick<Recorded<AccountEvent>, 'tenant' | 'stream' | 'version' | 'recorded' | 'metadata'>;

/** Whoever decided needs no notice of it. */
const othersThanActor = ({ metadata, data }: Happened & { readonly data: { readonly concerned?: string[] } }) =>
  (data.concerned ?? []).filter((personId) => personId !== metadata.actor);

function toldBy({ tenant, stream, version, recorded: toldAt, metadata }: Happened) {
  const accountId = idOfStream(tenant, stream);
  return { noticeId: `${accountId}.${version}`, accountId, by: metadata.actor, toldAt };
}
