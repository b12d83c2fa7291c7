import { Button, Group, NativeSelect, NumberInput, Text } from '@mantine/core';
import { bandText, fieldText } from '../scoring/fed-text';
import { bandsFrom, beginFed, fedFields, withBand, withoutBand } from './fed-draft';
import { t } from './texts';
import type { Criterion } from './use-criteria';

interface FedBandsProps {
  criterion: Criterion;
  /** Left out where the draft can only be read. */
  onChange?: (criterion: Criterion) => void;
}

/** Whether the score follows from a fact of the account, and which band of it gives which score. */
export function FedBands({ criterion, onChange }: FedBandsProps) {
  const { fed, label } = criterion;
  const change = (next: Criterion['fed']) => onChange?.({ ...criterion, fed: next });
  if (!onChange) return fed ? <Text size="sm">{fedWords(fed)}</Text> : null;
  return (
    <div>
      <NativeSelect
        label={t('fed.by')}
        aria-label={t('fed.byOf', { name: label })}
        maw="22rem"
        value={fed?.field ?? ''}
        data={[{ value: '', label: t('fed.none') }, ...fedFields.map((value) => ({ value, label: fieldText(value) }))]}
        onChange={({ currentTarget: { value } }) => {
          const field = fedFields.find((one) => one === value);
          change(field && (fed ? { ...fed, field } : beginFed(field)));
        }}
      />
      {fed?.bands.map(({ from, to, score }, index) => (
        <Group key={index} gap="xs" mt="xs" align="end">
          {index > 0 ? (
            <NumberInput
              size="xs"
              label={t('fed.from')}
              thousandSeparator=" "
              w="9rem"
              value={from ?? ''}
              onChange={(value) => typeof value === 'number' && change(bandsFrom(fed, index, value))}
            />
          ) : (
            <Text size="sm" w="9rem">
              {bandText({ from, to })}
            </Text>
          )}
          <NumberInput
            size="xs"
            label={t('fed.score')}
            min={0}
            max={10}
            decimalScale={1}
            clampBehavior="strict"
            w="6rem"
            value={score}
            onChange={(value) => typeof value === 'number' && change(withBand(fed, index, { score: value }))}
          />
          {index > 0 && (
            <Button size="compact-xs" variant="subtle" color="red" onClick={() => change(withoutBand(fed, index))}>
              {t('fed.remove')}
            </Button>
          )}
        </Group>
      ))}
      {fed && (
        <Button size="compact-sm" variant="default" mt="xs" onClick={() => change(withBand(fed, fed.bands.length))}>
          {t('fed.add')}
        </Button>
      )}
    </div>
  );
}

/** In words: which fact, and what each band gives. */
export const fedWords = ({ field, bands }: NonNullable<Criterion['fed']>): string =>
  t('fed.words', {
    field: fieldText(field),
    bands: bands.map((band) => `${bandText(band)}: ${band.score}`).join('; '),
  });
