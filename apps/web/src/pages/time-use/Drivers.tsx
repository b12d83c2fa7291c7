import { List, Text, Title } from '@mantine/core';
import { t } from './texts';
import { useSellingDrivers } from './words';

/** The drivers of selling that were named, the most frequent first, with what answers each. */
export function Drivers({ drivers }: { drivers: readonly { driverId: string; count: number }[] }) {
  const words = useSellingDrivers() ?? [];
  return (
    <section aria-labelledby="drivers">
      <Title order={2} size="h4" id="drivers">
        {t('drivers.frequent')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {drivers.length > 0 ? t('drivers.frequentSentence') : t('drivers.none')}
      </Text>
      {drivers.map(({ driverId, count }) => {
        const driver = words.find(({ id }) => id === driverId);
        return (
          <div key={driverId}>
            <Text fw={600}>
              {driver?.label ?? driverId}{' '}
              <Text span c="dimmed">
                · {t('drivers.count', { n: count })}
              </Text>
            </Text>
            <List size="sm" mb="xs">
              {driver?.responses.map((response) => (
                <List.Item key={response}>{response}</List.Item>
              ))}
            </List>
          </div>
        );
      })}
    </section>
  );
}
