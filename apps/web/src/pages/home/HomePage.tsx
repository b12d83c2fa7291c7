import { Paper, SimpleGrid, Text, Title, UnstyledButton } from '@mantine/core';
import { Link } from 'react-router';
import { useTenantAddress } from '~/app/address';
import { railPages, type RailPage } from '~/app/page-registry';
import { tenantPages } from '~/app/routes';
import { useRead } from '~/api/use-read';
import { useCan, useTenantMe } from '~/app/tenant';
import { t } from '~/i18n';
import { EmptyState, Page } from '~/ui';
import classes from './HomePage.module.css';
import { Position } from './Position';
import { Tasks } from './Tasks';
import { t as home } from './texts';

/** What needs me today? Then where things stand, and the ways on. */
export default function HomePage() {
  const { person, permissions, roles } = useTenantMe();
  const may = useCan('programme.home');
  const { data } = useRead('/api/t/{tenant}/home', {}, { enabled: may });
  const places = railPages(tenantPages, permissions).filter(({ path, rail }) => path !== '' && rail.question);
  const waiting = data?.tasks.length ?? 0;
  return (
    <Page
      title={t('home.greeting', { name: person.name })}
      answer={data && (waiting === 0 ? t('home.nothing') : home('waiting', { n: waiting }))}
    >
      {roles.length === 0 && <EmptyState title={home('noRole')} text={home('noRoleText')} />}
      {data && (
        <div className={classes['columns']}>
          {waiting > 0 && <Tasks tasks={data.tasks} />}
          <Position picture={data.picture} />
        </div>
      )}
      {places.length > 0 && (
        <section>
          <Title order={2} size="h4" mb="sm">
            {t('home.places')}
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
            {places.map((place) => (
              <Place key={place.path} place={place} />
            ))}
          </SimpleGrid>
        </section>
      )}
    </Page>
  );
}

function Place({ place }: { place: RailPage }) {
  const address = useTenantAddress();
  const { icon: Icon, text, question } = place.rail;
  return (
    <UnstyledButton component={Link} to={address(place.path)} onPointerEnter={() => void place.load()}>
      <Paper withBorder p="md" h="100%" className={classes['place']}>
        <Icon size={22} stroke={1.6} aria-hidden />
        <div>
          <Text fw={600}>{t(text)}</Text>
          <Text size="sm" c="dimmed">
            {question && t(question)}
          </Text>
        </div>
      </Paper>
    </UnstyledButton>
  );
}
