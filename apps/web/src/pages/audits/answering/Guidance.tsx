import { Text } from '@mantine/core';
import type { Action, Catalogue } from '../catalogue';
import classes from './Answering.module.css';
import { t } from './texts';

/** What 1, 2 and 3 mean for this action, and what it builds on, where the catalogue says so. */
export function Guidance({ action, catalogue }: { action: Action; catalogue: Catalogue }) {
  const { guidance, buildsOn = [] } = action;
  return (
    <>
      {guidance && (
        <section aria-label={t('guidance.title')} className={classes['scale']}>
          <dl>
            {([1, 2, 3] as const).map((score) => (
              <div key={score} className={classes['meaning']}>
                <dt>{score}</dt>
                <dd>{guidance[score]}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {buildsOn.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('builds.title')}: {buildsOn.map((id) => catalogue.action(id).label).join('; ')}
        </Text>
      )}
    </>
  );
}
