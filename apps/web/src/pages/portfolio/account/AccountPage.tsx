import { useState } from 'react';
import { Button } from '@mantine/core';
import { useParams } from 'react-router';
import { useAsAt } from '~/app/as-at';
import { TenantLink } from '~/app/TenantLink';
import { useCanChange, useTenantMe } from '~/app/tenant';
import { day, money, number } from '~/i18n/format';
import {
  CategoryBadge,
  categoryText,
  ErrorState,
  Page,
  PageSkeleton,
  PersonName,
  suggestedCategory,
  suggestionText,
} from '~/ui';
import { LitmusLink } from '~/pages/litmus/LitmusLink';
import { t as litmusTexts } from '~/pages/litmus/texts';
import { useMayChangeAccount } from '../account-access';
import { AbsorbedAccounts, MergedInto, UnmergeAction } from '../duplicates/MergedInto';
import { t } from '../texts';
import { ArchiveActions } from './ArchiveActions';
import { CategoriesTab } from './category/CategoriesTab';
import { CategoryDrawer } from './category/CategoryDrawer';
import { OpenMove } from './category/OpenMove';
import { useOpenMove } from './category/use-moves';
import { ChangeFacts } from './ChangeFacts';
import { KnowledgeTab } from './knowledge/KnowledgeTab';
import { t as knowledgeTexts } from './knowledge/texts';
import { ContactsTab } from './contacts/ContactsTab';
import { t as contactsTexts } from './contacts/texts';
import { OverviewTab } from './OverviewTab';
import { RelationshipsTab } from './relationships/RelationshipsTab';
import { t as relationshipsTexts } from './relationships/texts';
import { SharedIdentifiers } from './SharedIdentifiers';
import { ScoresTab } from './ScoresTab';
import { TeamTab } from './team/TeamTab';
import { t as teamTexts } from './team/texts';
import { type Account, useAccount } from './use-account';

/** Who are they to us, what next? */
export default function AccountPage() {
  const { accountId = '' } = useParams();
  const { data: account, error, refetch } = useAccount(accountId);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!account) return <PageSkeleton />;
  return <ShownAccount account={account} />;
}

function ShownAccount({ account }: { account: Account }) {
  const { currency } = useTenantMe().tenant;
  return (
    <Page
      title={account.name}
      above={<TenantLink to="portfolio">{t('back')}</TenantLink>}
      state={<CategoryBadge category={account.category} />}
      answer={standing(account)}
      facts={[
        { label: t('account.code'), value: account.code },
        { label: t('account.spend'), value: money(account.spend, currency) },
        { label: t('account.lead'), value: account.leadId ? <PersonName id={account.leadId} /> : t('account.nobody') },
        {
          label: t('account.attractiveness'),
          value: account.attractiveness === null ? '–' : number(account.attractiveness),
        },
        { label: t('account.standing'), value: account.standing === null ? '–' : number(account.standing) },
        { label: litmusTexts('title'), value: <LitmusLink accountId={account.id} /> },
      ]}
      actions={<Actions account={account} />}
      subject={{ type: 'account', id: account.id }}
      tabs={[
        { id: 'overview', label: t('tab.overview'), content: <OverviewTab account={account} /> },
        { id: 'scores', label: t('tab.scores'), content: <ScoresTab key={account.version} account={account} /> },
        { id: 'categories', label: t('tab.categories'), content: <CategoriesTab account={account} /> },
        { id: 'contacts', label: contactsTexts('tab'), content: <ContactsTab account={account} /> },
        { id: 'relationships', label: relationshipsTexts('tab'), content: <RelationshipsTab account={account} /> },
        { id: 'knowledge', label: knowledgeTexts('tab'), content: <KnowledgeTab account={account} /> },
        { id: 'team', label: teamTexts('tab'), content: <TeamTab account={account} /> },
      ]}
    >
      <AbsorbedAccounts account={account} />
      <SharedIdentifiers account={account} />
      <OpenMove account={account} />
    </Page>
  );
}

function Actions({ account }: { account: Account }) {
  const [open, setOpen] = useState<'facts' | 'category'>();
  const mayChange = useMayChangeAccount('portfolio.change', account.leadId);
  const first = account.categoryEffectiveOn === null && account.comingOn === null;
  const decidesFirst = useCanChange('portfolio.categorise');
  const mayPropose = useMayChangeAccount('portfolio.propose', account.leadId);
  const waits = useOpenMove(account.id) !== undefined;
  const mayDecide = first ? decidesFirst : mayPropose && !waits;
  const close = () => setOpen(undefined);
  if (useAsAt() !== undefined) return null;
  if (account.mergedInto) return <UnmergeAction account={account} />;
  if (account.archivedAt !== null) return <ArchiveActions account={account} />;
  return (
    <>
      {mayChange && (
        <Button variant="default" onClick={() => setOpen('facts')}>
          {t('details.open')}
        </Button>
      )}
      {mayDecide && (
        <Button onClick={() => setOpen('category')}>{first ? t('categorise.open') : t('recategorise.open')}</Button>
      )}
      <ArchiveActions account={account} />
      {open === 'facts' && <ChangeFacts account={account} onClose={close} />}
      {open === 'category' && <CategoryDrawer account={account} onClose={close} />}
    </>
  );
}

function standing(account: Account) {
  if (account.mergedInto) return <MergedInto account={account} />;
  return account.archivedAt === null ? answer(account) : <Archived account={account} />;
}

function Archived({ account: { archivedAt, archivedBy, archivedBecause } }: { account: Account }) {
  return (
    <>
      {t('archive.answer', { day: day(archivedAt!.slice(0, 10)), reason: archivedBecause ?? '' })}{' '}
      <PersonName id={archivedBy!} />
    </>
  );
}

function answer(account: Account): string {
  const { comingCategory, comingOn } = account;
  const coming = { category: comingCategory ? categoryText(comingCategory) : '', day: comingOn ? day(comingOn) : '' };
  return comingOn ? `${present(account)} ${t('answer.coming', coming)}` : present(account);
}

function present({ category, categoryEffectiveOn, suggested }: Account): string {
  const points = suggested ? suggestionText(suggested) : '';
  if (categoryEffectiveOn === null) {
    return suggested ? t('answer.prospectScored', { suggested: points }) : t('answer.prospect');
  }
  const stands = { category: categoryText(category), day: day(categoryEffectiveOn), suggested: points };
  if (!suggested) return t('answer.unscored', stands);
  return suggestedCategory(suggested) === category ? t('answer.agrees', stands) : t('answer.differs', stands);
}
