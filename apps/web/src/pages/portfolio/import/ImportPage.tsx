import { useState } from 'react';
import { Button, Checkbox, FileInput, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useNavigateTenant } from '~/app/address';
import { useAsAt } from '~/app/as-at';
import { TenantLink } from '~/app/TenantLink';
import { Page, ReasonField, Refusals } from '~/ui';
import { t as portfolio } from '../texts';
import { ColumnMapping } from './ColumnMapping';
import { EarlierImports } from './EarlierImports';
import { RowsTable } from './RowsTable';
import { t } from './texts';
import { useImport } from './use-import';

/** What would this file do to the accounts? Then that, and nothing else. */
export default function ImportPage() {
  const past = useAsAt() !== undefined;
  return (
    <Page title={t('title')} above={<TenantLink to="portfolio">{portfolio('back')}</TenantLink>} answer={t('lead')}>
      <Stack gap="xl">
        {!past && <NewImport />}
        <EarlierImports />
      </Stack>
    </Page>
  );
}

function NewImport() {
  const { file, preview, problem, choose, remap, run, telling, running, sent } = useImport();
  const go = useNavigateTenant();
  const [reason, setReason] = useState('');
  const [leaveOut, setLeaveOut] = useState(false);
  const touched = preview ? preview.creates + preview.changes : 0;
  const ready = preview && touched > 0 && (preview.refused === 0 || leaveOut) && !problem;
  const start = async () => {
    const begun = await run(reason, leaveOut);
    if (begun?.importId) go(`portfolio/import/${begun.importId}`);
  };
  return (
    <Stack gap="lg">
      <FileInput
        label={t('file')}
        description={t('file.help')}
        placeholder={t('file.choose')}
        accept=".csv,.txt,.tsv,.xlsx"
        clearable
        maw={520}
        value={file}
        error={problem?.title}
        onChange={(chosen) => void choose(chosen)}
      />
      <Text size="sm" role="status">
        {running && sent !== undefined && sent < 1
          ? t('sending', { percent: Math.round(sent * 100) })
          : telling && t('reading')}
      </Text>
      {preview && <ColumnMapping preview={preview} onChange={(mapping) => void remap(mapping)} disabled={running} />}
      {preview && (preview.mapping.code ?? preview.mapping.id) && (
        <Stack gap="sm" component="section" aria-label={t('preview.title')}>
          <Title order={2} size="h4">
            {t('preview.title')}
          </Title>
          <Text fw={600} role="status">
            {touched > 0 || preview.refused > 0
              ? t('preview.sentence', {
                  creates: t('creates', { n: preview.creates }),
                  changes: t('changes', { n: preview.changes }),
                  unchanged: preview.unchanged,
                  refused: t('refused', { n: preview.refused }),
                })
              : t('preview.nothing')}
          </Text>
          {preview.refused > 0 && (
            <Refusals
              title={t('refusals.title', { n: preview.refused })}
              text={t('refusals.text')}
              rows={preview.refusals}
            >
              {touched > 0 && (
                <Checkbox
                  label={t('refusals.leave')}
                  checked={leaveOut}
                  onChange={({ currentTarget }) => setLeaveOut(currentTarget.checked)}
                />
              )}
            </Refusals>
          )}
          {preview.items.length > 0 && (
            <Paper withBorder>
              <RowsTable caption={t('preview.title')} rows={preview.items} />
            </Paper>
          )}
          {preview.items.length < touched && (
            <Text size="sm" c="dimmed">
              {t('preview.first', { n: preview.items.length })}
            </Text>
          )}
          <ReasonField
            label={t('reason')}
            description={t('reason.help')}
            required={false}
            maw={520}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Group>
            <Button disabled={!ready || telling} loading={running} onClick={() => void start()}>
              {t('submit', { n: touched })}
            </Button>
          </Group>
        </Stack>
      )}
    </Stack>
  );
}
