import type { OrganisationCatalogue } from './catalogue';
import classes from './Descriptors.module.css';
import { StateMark } from './StateMark';
import { t } from './texts';
import { type Cell, scores } from './types';

/** The four states of a cell side by side: which one counts, which I chose, how many chose each, and the next one. */
export function Descriptors({ cell, catalogue }: { cell: Cell; catalogue: OrganisationCatalogue }) {
  const { element, group, score, settled, distribution, answers, target } = cell;
  const texts = catalogue.descriptors(element, group);
  const mine = answers.find(({ own }) => own)?.score;
  return (
    <ol className={classes['states']} start={0}>
      {scores.map((state) => {
        const said = distribution[state] ?? 0;
        const marks = [
          state === score && t(settled ? 'cell.counts' : 'cell.median'),
          state === mine && t('cell.mine'),
          said > 0 && t('cell.said', { n: said }),
          state === target?.score && t('cell.target'),
        ].filter((mark) => mark !== false);
        return (
          <li key={state} className={classes['state']} data-here={state === score || undefined}>
            <StateMark score={state} catalogue={catalogue} />
            <p>{texts[state]}</p>
            <span className={classes['marks']}>{marks.join(' · ')}</span>
          </li>
        );
      })}
    </ol>
  );
}
