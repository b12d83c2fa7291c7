import { SimpleGrid } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { money, number } from '~/i18n/format';
import { Figure } from '~/ui';
import { t } from './texts';

type Total = ReadAnswer<'/api/t/{tenant}/portfolio/resources'>['totals'][number];

/** By kind: what was named, what of it was checked, and what of that moved. */
export function Totals({ totals, currency }: { totals: readonly Total[]; currency: string }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      {totals.map(({ kind, promised, checked, moved }) => {
        const text = (value: number) => (kind === 'money' ? money(value, currency) : number(value));
        return (
          <Figure
            key={kind}
            label={t(`kind.${kind}`)}
            value={`${text(moved)} / ${text(checked)}`}
            sentence={t('total.sentence', { moved: text(moved), checked: text(checked), promised: text(promised) })}
          />
        );
      })}
    </SimpleGrid>
  );
}
