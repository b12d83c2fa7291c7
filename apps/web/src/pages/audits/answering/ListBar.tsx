import { Button, Group, NativeSelect } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import type { Action, Catalogue } from '../catalogue';
import { t as audits } from '../texts';
import classes from './Answering.module.css';
import { StreamSelect } from './StreamSelect';
import { t } from './texts';
import { type Filter, filters } from './use-shown';

interface ListBarProps {
  catalogue: Catalogue;
  shown: readonly Action[];
  chosen: readonly Filter[];
  counts: Record<Filter, number>;
  onToggle: (filter: Filter) => void;
  onGoTo: (actionId: string) => void;
  onKeys: () => void;
}

/** Which actions are shown, and the way to a period. */
export function ListBar({ catalogue, shown, chosen, counts, onToggle, onGoTo, onKeys }: ListBarProps) {
  const offered = filters.filter((filter) => counts[filter] > 0 || filter !== 'unconfirmed' || chosen.includes(filter));
  return (
    <div className={classes['bar']} data-screen-only>
      <StreamSelect catalogue={catalogue} />
      <NativeSelect
        aria-label={audits('do.toPeriod')}
        value=""
        onChange={(event) => onGoTo(event.target.value)}
        data={[{ value: '', label: `${audits('do.toPeriod')} …` }, ...firstOfPeriods(shown, catalogue)]}
      />
      <Group gap="xs" role="group" aria-label={t('show.label')}>
        {offered.map((filter) => {
          const on = chosen.includes(filter);
          return (
            <Button
              key={filter}
              size="compact-sm"
              variant={on ? 'filled' : 'default'}
              aria-pressed={on}
              onClick={() => onToggle(filter)}
            >
              {t('show.count', { label: t(`show.${filter}`), n: counts[filter] })}
            </Button>
          );
        })}
      </Group>
      <Button
        variant="subtle"
        leftSection={<IconKeyboard size={16} />}
        onClick={onKeys}
        visibleFrom="sm"
        aria-keyshortcuts="?"
      >
        {audits('do.keys')}
      </Button>
    </div>
  );
}

function firstOfPeriods(shown: readonly Action[], catalogue: Catalogue): { value: string; label: string }[] {
  return catalogue.structure.periods.flatMap(({ phase, number, name }) => {
    const first = shown.find((action) => action.phase === phase && action.period === number);
    return first ? [{ value: first.id, label: `${phase} ${name}` }] : [];
  });
}
