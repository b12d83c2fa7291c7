import { ActionIcon, Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useAnsweringPeople } from '../AssessorSelect';
import type { Catalogue } from '../catalogue';
import classes from './PartsEditor.module.css';
import { covers, emptyRow, partOf, type PartRow } from './parts';
import { t } from './review-texts';

interface PartsEditorProps {
  catalogue: Catalogue;
  value: readonly PartRow[];
  onChange: (rows: PartRow[]) => void;
  error?: string;
}

/** Who answers which part by when: a line each. Says at once what nobody is assigned to. */
export function PartsEditor({ catalogue, value: rows, onChange, error }: PartsEditorProps) {
  const people = useAnsweringPeople();
  const parts = partOptions(catalogue);
  const change = (index: number, patch: Partial<PartRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...patch } : row)));
  const assigned = rows.filter(({ personId }) => personId).map(({ part }) => partOf(part));
  const gap = catalogue.actions.filter((action) => !assigned.some((part) => covers(part, action))).length;
  return (
    <div role="group" aria-label={t('parts.legend')}>
      <ul className={classes['rows']}>
        {rows.map((row, index) => (
          <li key={index} className={classes['row']}>
            <NativeSelect
              label={t('parts.person')}
              value={row.personId}
              onChange={(event) => change(index, { personId: event.target.value })}
              data={[{ value: '', label: '' }, ...people]}
            />
            <NativeSelect
              label={t('parts.part')}
              value={row.part}
              onChange={(event) => change(index, { part: event.target.value })}
              data={parts}
            />
            <TextInput
              type="date"
              label={t('parts.due')}
              value={row.dueOn}
              onChange={(event) => change(index, { dueOn: event.target.value })}
            />
            <div className={classes['last']}>
              <span />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('parts.remove')}
                title={t('parts.remove')}
                onClick={() => onChange(rows.filter((_, at) => at !== index))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </div>
          </li>
        ))}
      </ul>
      <Button
        variant="default"
        size="xs"
        mt="sm"
        leftSection={<IconPlus size={14} />}
        onClick={() =>
          onChange([...rows, { ...emptyRow, part: rows.length === 0 ? 'all' : nextPart(rows, catalogue) }])
        }
      >
        {t('parts.add')}
      </Button>
      <Text size="sm" c={gap > 0 ? undefined : 'dimmed'} mt="sm" role="status">
        {gap > 0 ? t('parts.gap', { n: gap }) : t('parts.covered')}
      </Text>
      {error && (
        <Text size="sm" c="red" mt={4} role="alert">
          {error}
        </Text>
      )}
    </div>
  );
}

/** The first stream that no line names yet. */
const nextPart = (rows: readonly PartRow[], { structure }: Catalogue) =>
  structure.streams.map(({ id }) => `stream:${id}`).find((value) => !rows.some(({ part }) => part === value)) ?? 'all';

const partOptions = ({ structure: { streams, contributoryStreams, periods } }: Catalogue) => [
  { value: 'all', label: t('parts.all') },
  { group: t('parts.streams'), items: streams.map(({ id, name }) => ({ value: `stream:${id}`, label: name })) },
  {
    group: t('parts.contributoryStreams'),
    items: contributoryStreams.map(({ id, name }) => ({ value: `contributory-stream:${id}`, label: name })),
  },
  {
    group: t('parts.periods'),
    items: periods.map(({ phase, number, name }) => ({
      value: `period:${phase}${number}`,
      label: `${phase}${number} ${name}`,
    })),
  },
];
