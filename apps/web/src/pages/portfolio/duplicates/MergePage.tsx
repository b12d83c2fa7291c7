import { useState } from 'react';
import { Alert, Stack } from '@mantine/core';
import { useParams } from 'react-router';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { TenantLink } from '~/app/TenantLink';
import { ErrorState, Page, PageSkeleton } from '~/ui';
import { ParentSelect } from '../accounts/ParentSelect';
import { useAccount } from '../account/use-account';
import { Compared } from './Compared';
import { MergeActions } from './MergeActions';
import { WhatMoves } from './WhatMoves';
import { t } from './texts';
import { type Keeps, type Preview, suggestedKeeps } from './merge';

/** Are these two one customer, which of them stays, and with which facts? */
export default function MergePage() {
  const { accountId = '' } = useParams();
  const [into] = useAddressState('into');
  return into ? <Pair accountId={accountId} into={into} /> : <ChooseOther accountId={accountId} />;
}

function ChooseOther({ accountId }: { accountId: string }) {
  const { data: account, error, refetch } = useAccount(accountId);
  const [, setInto] = useAddressState('into');
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!account) return <PageSkeleton />;
  return (
    <Page
      title={t('merge.choose', { name: account.name })}
      above={<TenantLink to={`portfolio/${accountId}`}>{account.name}</TenantLink>}
      answer={t('merge.chooseText')}
    >
      <ParentSelect
        label={t('merge.survivor')}
        description={null}
        accountId={accountId}
        onChange={(id) => id && setInto(id)}
      />
    </Page>
  );
}

function Pair({ accountId, into }: { accountId: string; into: string }) {
  const { data, error, refetch } = useRead(
    '/api/t/{tenant}/accounts/{accountId}/merge-preview',
    { path: { accountId }, query: { into } },
    { keepPrevious: true },
  );
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <Preview key={`${data.merged.id} ${data.survivor.id}`} preview={data} />;
}

function Preview({ preview }: { preview: Preview }) {
  const { merged, survivor, refusal } = preview;
  const [keep, setKeep] = useState<Keeps>(() => suggestedKeeps(preview));
  const [scores, setScores] = useState<'survivor' | 'merged'>(
    merged.scored && !survivor.scored ? 'merged' : 'survivor',
  );
  return (
    <Page
      title={t('merge.title', { one: merged.name, other: survivor.name })}
      above={<TenantLink to="portfolio/duplicates">{t('title')}</TenantLink>}
      actions={<MergeActions preview={preview} keep={keep} scores={scores} />}
    >
      <Stack gap="xl">
        {refusal && <Alert color="yellow">{refusal}</Alert>}
        <Compared
          preview={preview}
          keep={keep}
          onKeep={(fact, keeps) => setKeep({ ...keep, [fact]: keeps })}
          scores={scores}
          onScores={setScores}
        />
        <WhatMoves preview={preview} />
      </Stack>
    </Page>
  );
}
