import { Title } from '@mantine/core';
import { type ReadAnswer } from '~/api/types';
import { useCan, useTenantMe } from '~/app/tenant';
import { number } from '~/i18n/format';
import { Figure } from '~/ui';
import { addressOf, type Tile } from '../board/address';
import { BoardTiles } from '../board/BoardTiles';
import { t } from './texts';

type Picture = NonNullable<ReadAnswer<'/api/t/{tenant}/home'>['picture']>;

/** The tile that answers what the role comes for; the Board sees them all. */
const tileOfRole: Readonly<Record<string, Tile['id']>> = {
  'programme-lead': 'road',
  'kam-unit-head': 'portfolio',
  'executive-sponsor': 'plans',
  'division-head': 'portfolio',
};

/** One small picture of position, by role. */
export function Position({ picture }: { picture: Picture | null }) {
  const { roles } = useTenantMe();
  const mayDashboard = useCan('programme.dashboard');
  const whole = roles.includes('board-member');
  const only = [...new Set(roles.flatMap((role) => tileOfRole[role] ?? []))];
  const tiles = mayDashboard && (whole || only.length > 0);
  if (!tiles && !picture) return null;
  return (
    <section aria-label={t('position')}>
      <Title order={2} size="h4" mb="sm">
        {t('position')}
      </Title>
      {picture && <OwnPlans {...picture} />}
      {tiles && <BoardTiles only={whole ? undefined : only} />}
    </section>
  );
}

function OwnPlans({ leads, live, stale, none }: Picture) {
  const { person } = useTenantMe();
  const part = (state: 'live' | 'stale' | 'none', value: number) => ({
    label: t(state),
    value: number(value),
    to: addressOf({ list: 'plans', filters: { leadId: person.id, state } }),
  });
  return (
    <Figure
      label={t('yourPlans')}
      value={`${number(live)} / ${number(leads)}`}
      sentence={t('plansSentence', { live, leads })}
      parts={[part('live', live), part('stale', stale), part('none', none)]}
    />
  );
}
