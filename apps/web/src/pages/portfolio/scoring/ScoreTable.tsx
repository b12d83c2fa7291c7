import { Text } from '@mantine/core';
import { usePeople } from '~/ui';
import classes from './Scoring.module.css';
import { t } from './texts';
import type { AskedCriterion, Sheet } from './use-sheet';

interface ScoreTableProps {
  label: string;
  criteria: readonly AskedCriterion[];
  given: Sheet['given'];
  settled: Sheet['settled'];
  /** How far scorers differ, where it is looked at. */
  spread?: Sheet['spread'];
}

/** Criterion by criterion: what each scorer says, and what was agreed. */
export function ScoreTable({ label, criteria, given, settled, spread }: ScoreTableProps) {
  const people = usePeople();
  return (
    <div className={classes['scroll']} tabIndex={0} role="group" aria-label={label}>
      <table className={classes['said']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('criterion')}</th>
            {given.map(({ scorerId }) => (
              <th key={scorerId} scope="col">
                {people.get(scorerId) ?? scorerId}
              </th>
            ))}
            {spread && <th scope="col">{t('range')}</th>}
            {settled && <th scope="col">{t('agreed')}</th>}
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ id, label }) => {
            const { least = 0, most = 0, wide = false } = spread?.find((one) => one.id === id) ?? {};
            return (
              <tr key={id} data-wide={wide || undefined}>
                <th scope="row">{label}</th>
                {given.map(({ scorerId, scores, notes }) => (
                  <td key={scorerId}>
                    <b>{scores[id] ?? '–'}</b>
                    {notes[id] && <Text size="xs">{notes[id]}</Text>}
                  </td>
                ))}
                {spread && (
                  <td>
                    {least === most ? most : `${least}–${most}`} {wide && <b>{t('wide')}</b>}
                  </td>
                )}
                {settled && (
                  <td>
                    <b>{settled.scores[id] ?? '–'}</b>
                    {settled.reasons[id] && <Text size="xs">{settled.reasons[id]}</Text>}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
