import { Checkbox, Paper, Stack, Text, Title } from '@mantine/core';
import { t } from '../texts';
import { useSellingDrivers } from '../words';
import classes from './enter.module.css';

interface DriversPanelProps {
  share: number;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** What drove the selling, and what answers each driver that applies. */
export function DriversPanel({ share, chosen, onChange }: DriversPanelProps) {
  const drivers = useSellingDrivers() ?? [];
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="selling-drivers">
      <Title order={2} size="h4" id="selling-drivers">
        {t('drivers.title', { share })}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('drivers.help')}
      </Text>
      <Stack gap="sm">
        {drivers.map(({ id, label, responses }) => (
          <div key={id}>
            <Checkbox
              label={label}
              checked={chosen.includes(id)}
              onChange={({ currentTarget }) =>
                onChange(currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            {chosen.includes(id) && (
              <ul className={classes['responses']} aria-label={t('drivers.answers')}>
                {responses.map((response) => (
                  <li key={response}>{response}</li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </Stack>
    </Paper>
  );
}
