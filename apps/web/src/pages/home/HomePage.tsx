import { Paper, SimpleGrid, Text, Title, UnstyledButton } from '@mantine/core';
import { Link } from 'react-router';
import { useTenantAddress } from '~/app/address';
import { railPages, type RailPage } from '~/app/page-registry';
import { tenantPages } from '~/app/routes';
import { useTenantMe } from '~/app/tenant';
import { t } from '~/i18n';
import { Page } from '~/ui';
import classes from './HomePage.module.css';
import { homeSections } from './sections';

/** What needs me today? Sections come from the pages' own areas; below them the ways on. */
export default function HomePage() {
  const { person, permissions } = useTenantMe();
  const sections = homeSections.filter(({ permission }) => permissions.includes(permission));
  const places = railPages(tenantPages, permissions).filter(({ path, rail }) => path !== '' && rail.question);
  return (
    <Page
      title={t('home.greeting', { name: person.name })}
      answer={sections.length === 0 ? t('home.nothing') : t('home.question')}
    >
      {sections.map(({ permission, Section }) => (
        <Section key={permission} />
      ))}
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
