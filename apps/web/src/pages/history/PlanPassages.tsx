import { sentence } from '~/ui/kind-text';
import { RecordedValue } from '~/ui';
import { t as frame } from '~/i18n';
import table from '~/ui/ChangedFields.module.css';
import type { Passage } from './entry';
import { t } from './texts';

/** What a revision changed in a plan, passage by passage. */
export function PlanPassages({ passages }: { passages: readonly Passage[] }) {
  return (
    <table className={table['changes']}>
      <thead>
        <tr>
          <th scope="col">{t('plan.section')}</th>
          <th scope="col">{frame('history.before')}</th>
          <th scope="col">{frame('history.after')}</th>
        </tr>
      </thead>
      <tbody>
        {passages.map(({ section, item, field, before, after }) => (
          <tr key={`${section} ${item} ${field}`}>
            <th scope="row">
              {sentence(section)}
              {field && `: ${sentence(field).toLowerCase()}`}
            </th>
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
