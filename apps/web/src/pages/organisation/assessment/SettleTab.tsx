import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useCommand } from '~/api/use-command';
import { useAddressState } from '~/app/address-state';
import { useCanChange } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { announce, EmptyState, usePeople } from '~/ui';
import type { OrganisationCatalogue } from '../catalogue';
import { t } from '../texts';
import type { Assessment, Cell } from '../types';
import { SettleForm } from './SettleForm';
import classes from './SettleTab.module.css';

const views = ['open', 'differ', 'all'] as const;

/** The lead goes through what is not settled, with the agreement of the assessors before the eyes. */
export function SettleTab({ assessment, catalogue }: { assessment: Assessment; catalogue: OrganisationCatalogue }) {
  const [view, setView] = useAddressState('settle', 'open');
  const mayChange = useCanChange('assessment.settle') && assessment.status !== 'signed-off';
  const settleAgreed = useCommand('post', '/api/t/{tenant}/organisation-assessments/{assessmentId}/settle-agreed');
  const { cells } = assessment.standing;
  const open = cells.filter(({ settled }) => settled === null);
  const agreed = open.filter((cell) => isAgreed(cell, assessment.assessorIds));
  const shown =
    view === 'all'
      ? cells
      : view === 'differ'
        ? cells.filter(({ agreement }) => agreement === 'differ')
        : open.filter(({ answers }) => answers.length > 0);
  const settle = async () => {
    await settleAgreed.mutateAsync({ path: { assessmentId: assessment.id } });
    announce(t('settle.agreedDone'));
  };
  return (
    <Stack>
      <Text>
        {assessment.status === 'signed-off'
          ? t('settle.signedOff')
          : open.length === 0
            ? t('settle.done')
            : t('settle.sentence', { n: open.length })}
      </Text>
      <Group justify="space-between" data-screen-only>
        <SegmentedControl
          aria-label={t('settle.show')}
          value={view}
          onChange={setView}
          data={views.map((value) => ({ value, label: t(`settle.${value}`) }))}
        />
        {mayChange && agreed.length > 0 && (
          <Button loading={settleAgreed.isPending} onClick={() => void settle()}>
            {t('settle.agreed', { n: agreed.length })}
          </Button>
        )}
      </Group>
      {shown.length === 0 && (
        <EmptyState title={t('settle.none')} text={open.length > 0 ? t('settle.noneText') : undefined} />
      )}
      <ul className={classes['list']}>
        {shown.map((cell) => (
          <li key={cell.cell} className={classes['line']}>
            <div>
              <TenantLink to={`audits/organisation/${assessment.id}?cell=${cell.cell}`} fw={600}>
                {catalogue.cellName(cell.element, cell.group)}
              </TenantLink>
              {cell.settled?.reason && (
                <Text size="sm" c="dimmed">
                  {t('cell.because', { reason: cell.settled.reason })}
                </Text>
              )}
            </div>
            <Votes cell={cell} />
            {mayChange && cell.answers.length > 0 ? (
              <SettleForm cell={cell} assessmentId={assessment.id} catalogue={catalogue} />
            ) : (
              <Text size="sm">
                {cell.settled ? t('cell.settledAt', { score: cell.settled.score }) : t('settle.notAnswered')}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Stack>
  );
}

/** As the command understands it: every assessor assigned has answered, and all say the same. */
const isAgreed = ({ answers, lowest, highest }: Cell, assessors: readonly string[]): boolean =>
  answers.length > 0 &&
  lowest === highest &&
  assessors.every((assessor) => answers.some(({ assessorId }) => assessorId === assessor));

/** Who said what, on a line from 0 to 3. */
function Votes({ cell: { answers, agreement, lowest, highest } }: { cell: Cell }) {
  const people = usePeople();
  const spread =
    agreement === 'differ'
      ? t('cell.differ', { lowest: lowest!, highest: highest! })
      : agreement === 'agreed'
        ? t('cell.agreed')
        : agreement === 'one-answer'
          ? t('cell.one')
          : t('settle.notAnswered');
  return (
    <div>
      <Text size="sm" c={agreement === 'differ' ? undefined : 'dimmed'}>
        {spread}
      </Text>
      <Text size="xs" c="dimmed">
        {answers
          .map(
            ({ assessorId, score }) => `${assessorId ? (people.get(assessorId) ?? '…') : t('cell.assessor')} ${score}`,
          )
          .join(' · ')}
      </Text>
    </div>
  );
}
