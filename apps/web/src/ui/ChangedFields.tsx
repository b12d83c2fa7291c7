import { useDivisionNames } from '~/app/use-divisions';
import { t } from '~/i18n';
import classes from './ChangedFields.module.css';
import { sentence } from './kind-text';
import { type Passage, passagesOf } from './passages';
import { RecordedValue } from './RecordedValue';
import { changedFields } from './recorded-changes';

/** Before and after of one change, field by field. */
export function ChangedFields({ before, after }: { before: unknown; after: unknown }) {
  const changes = rowsOf(before, after, useDivisionNames());
  if (changes.length === 0) return null;
  return (
    <table className={classes['changes']}>
      <thead>
        <tr>
          <th scope="col">{t('history.what')}</th>
          <th scope="col">{t('history.before')}</th>
          <th scope="col">{t('history.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ key, what, before, after }) => (
          <tr key={key}>
            <th scope="row">{what}</th>
            <td>
              <RecordedValue value={before} />
            </td>
            <td>
              <RecordedValue value={after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rowsOf(before: unknown, after: unknown, divisions: ReadonlyMap<string, string>) {
  const passages = passagesOf({ before, after });
  if (!passages) {
    return changedFields(before, after).map((change) => ({ ...change, key: change.field, what: named(change.field) }));
  }
  return passages.map((passage) => ({ ...passage, key: keyOf(passage), what: passageText(passage, divisions) }));
}

const keyOf = ({ section, item, field }: Passage) => `${section} ${item} ${field}`;

/** "Actions · Visit the plant · Due on"; a forecast is known by its year and division. */
function passageText({ section, item, title, field }: Passage, divisions: ReadonlyMap<string, string>): string {
  const [year, division = ''] = section === 'forecast' ? (item ?? '').split(' ', 2) : [];
  const parts = [
    named(section),
    year,
    divisions.get(division) ?? division,
    title,
    field !== section && field && named(field),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** An id is recorded, a name is shown. */
const named = (field: string) => sentence(field.replace(/Ids?$/, ''));
