import type { Entry } from '~/pages/audits/answering/answer-book';
import { tone } from '~/theme/tones';
import type { OrganisationCatalogue } from '../catalogue';
import { t } from '../texts';
import type { Score } from '../types';
import classes from './Answering.module.css';

interface CellMapProps {
  catalogue: OrganisationCatalogue;
  current: string;
  answerOf: (cell: string) => Score | undefined;
  stateOf: (cell: string) => Entry<unknown>['state'] | undefined;
  onChoose: (cell: string) => void;
}

/** All 45 cells small: what I have answered, where I am. */
export function CellMap({ catalogue, current, answerOf, stateOf, onChoose }: CellMapProps) {
  return (
    <div className={classes['cells']} role="group" aria-label={t('do.map')}>
      {catalogue.elements.map(({ id: element, name, cells }) => (
        <div key={element}>
          <span className={classes['element']} title={name}>
            {element}
          </span>
          {cells.map(({ group }) => {
            const cell = `${element}-${group}`;
            const score = answerOf(cell);
            const waits = ['reason', 'failed'].includes(stateOf(cell) ?? '');
            const state = score === undefined ? t('grid.unanswered') : `${score} ${catalogue.stateName(score)}`;
            return (
              <button
                key={cell}
                type="button"
                aria-current={cell === current || undefined}
                aria-label={t('grid.cell', { name: catalogue.cellName(element, group), state })}
                title={catalogue.groupName(group)}
                data-waits={waits || undefined}
                style={score === undefined ? undefined : { borderBottomColor: tone(`maturity-${score}`) }}
                onClick={() => onChoose(cell)}
              >
                {waits ? '!' : (score ?? '·')}
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}
