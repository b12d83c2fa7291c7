import type { ReactNode } from 'react';
import { number } from '~/i18n/format';
import { Day } from '~/ui';
import { t } from '../texts';
import type { Action, Objective, PlanContent } from '../types';
import { ActionsTable } from './ActionsTable';
import { ForecastTable } from './ForecastTable';
import classes from './PlanDocument.module.css';

interface PlanDocumentProps {
  content: PlanContent;
  overdue?: readonly string[];
  onDone?: (action: Action) => void;
}

/** The plan as people read and print it: three parts on two pages. */
export function PlanDocument({ content, overdue, onDone }: PlanDocumentProps) {
  const { relationshipPlan, revenuePlan, criticalSuccessFactors, objectives, actions } = content;
  return (
    <article className={classes['sheet']}>
      <Part title={t('relationshipPlan')}>
        <Prose text={relationshipPlan} />
      </Part>
      <Part title={t('revenuePlan')}>
        <Prose text={revenuePlan} />
        <h3>{t('forecast.title')}</h3>
        <ForecastTable content={content} />
      </Part>
      <Part title={t('actionPlan')}>
        <h3>{t('criticalSuccessFactors')}</h3>
        {criticalSuccessFactors.length === 0 && <p className={classes['nothing']}>{t('nothing')}</p>}
        <ol className={classes['factors']}>
          {criticalSuccessFactors.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ol>
        <h3>{t('objectives')}</h3>
        <Objectives objectives={objectives} />
        <h3>{t('actions')}</h3>
        <ActionsTable actions={actions} overdue={overdue} onDone={onDone} />
      </Part>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Paragraphs are set apart by an empty line. */
export function Prose({ text }: { text: string }) {
  if (!text) return <p className={classes['nothing']}>{t('nothing')}</p>;
  return text.split(/\n\s*\n/).map((paragraph, index) => (
    <p key={index} className={classes['paragraph']}>
      {paragraph}
    </p>
  ));
}

function Objectives({ objectives }: { objectives: readonly Objective[] }) {
  if (objectives.length === 0) return <p className={classes['nothing']}>{t('nothing')}</p>;
  return (
    <table className={`${classes['table']} ${classes['stacks']}`}>
      <thead>
        <tr>
          <th scope="col">{t('objective.title')}</th>
          <th scope="col">{t('objective.measure')}</th>
          <th scope="col" className="figures">
            {t('objective.baseline')}
          </th>
          <th scope="col" className="figures">
            {t('objective.target')}
          </th>
          <th scope="col">{t('due')}</th>
        </tr>
      </thead>
      <tbody>
        {objectives.map(({ id, title, measure, baseline, target, unit, dueOn }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td>{measure}</td>
            <td className="figures">{baseline === null ? '–' : `${number(baseline)} ${unit}`}</td>
            <td className="figures">
              {number(target)} {unit}
            </td>
            <td className={classes['nowrap']}>
              <Day on={dueOn} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
