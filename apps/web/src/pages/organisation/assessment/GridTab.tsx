import { useEffect, useRef } from 'react';
import { Stack } from '@mantine/core';
import { useAddressState } from '~/app/address-state';
import type { OrganisationCatalogue } from '../catalogue';
import type { Assessment } from '../types';
import { CellSection } from './CellSection';
import { Grid } from './Grid';

/** The grid, and below it the cell that was opened. */
export function GridTab({ assessment, catalogue }: { assessment: Assessment; catalogue: OrganisationCatalogue }) {
  const [chosen, choose] = useAddressState('cell');
  const cell = assessment.standing.cells.find(({ cell }) => cell === chosen);
  const section = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!chosen) return;
    section.current?.scrollIntoView({ block: 'nearest' });
    section.current?.focus({ preventScroll: true });
  }, [chosen]);
  return (
    <Stack gap="lg">
      <Grid assessment={assessment} catalogue={catalogue} chosen={chosen} onChoose={choose} />
      {cell && (
        <div ref={section} tabIndex={-1} style={{ outline: 'none', scrollMargin: 'calc(var(--top) + 1rem)' }}>
          <CellSection
            key={cell.cell}
            cell={cell}
            assessment={assessment}
            catalogue={catalogue}
            onClose={() => {
              choose('');
              document.getElementById(`cell-${cell.cell}`)?.focus();
            }}
          />
        </div>
      )}
    </Stack>
  );
}
