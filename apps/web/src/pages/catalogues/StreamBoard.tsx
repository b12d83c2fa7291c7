import { useState } from 'react';
import type { Action, Catalogue } from '../audits/catalogue';
import { ActionCard } from './ActionCard';
import type { Links } from './links';
import classes from './StreamBoard.module.css';
import { t } from './texts';
import type { Words } from './use-words';

interface StreamBoardProps {
  catalogue: Catalogue;
  stream: string;
  words: Words;
  links: Links;
  withGuidance: boolean;
  onEdit?: (itemId: string) => void;
}

/** Phases beside each other, their periods below each other: what the same stream asks at each level. */
export function StreamBoard({ catalogue, stream, words, links, ...card }: StreamBoardProps) {
  const [pointed, setPointed] = useState<string>();
  const { phases, periods } = catalogue.structure;
  const name = words.label(`stream.${stream}`, catalogue.streamName(stream));
  const asked = catalogue.actions.filter(({ contributoryStream }) => contributoryStream === stream);
  const point = ({ id }: Action) => ({
    onPoint: () => setPointed(id),
    onLeave: () => setPointed((now) => (now === id ? undefined : now)),
  });
  return (
    <section className={classes['board']} aria-label={t('board.label', { stream: name })}>
      {phases.map(({ id: phase, name: phaseName }, column) => (
        <div key={phase} className={classes['phase']}>
          <h2 style={{ gridColumn: column + 1 }}>
            {phase} {words.label(`phase.${phase}`, phaseName)}
          </h2>
          {periods
            .filter((period) => period.phase === phase)
            .map(({ number, name: periodName }) => {
              const actions = asked.filter((action) => action.phase === phase && action.period === number);
              return (
                <div
                  key={number}
                  className={classes['period']}
                  data-empty={actions.length === 0 || undefined}
                  style={{ gridColumn: column + 1, gridRow: number + 1 }}
                >
                  <h3>
                    {phase}
                    {number} {words.label(`period.${phase}${number}`, periodName)}
                  </h3>
                  {actions.length === 0 && <p className={classes['none']}>{t('board.empty')}</p>}
                  {actions.map((action) => (
                    <ActionCard
                      key={action.id}
                      action={action}
                      words={words}
                      links={links}
                      relation={links.relation(pointed, action.id)}
                      {...point(action)}
                      {...card}
                    />
                  ))}
                </div>
              );
            })}
        </div>
      ))}
    </section>
  );
}
