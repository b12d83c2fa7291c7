import { Button, Group, MultiSelect, NumberInput, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { localDay } from '~/app/local-moment';
import { useTenantMe } from '~/app/tenant';
import { day } from '~/i18n/format';
import { announce, FormDrawer, ReasonField, reasonRule, usePeople } from '~/ui';
import { alignmentTopics } from './alignment-gap';
import { useContactChoice } from './contact-choice';
import { t } from './texts';
import type { Review } from './use-knowledge';

type Score = number | '';
type Scores = Record<(typeof alignmentTopics)[number], { ours: Score; theirs: Score }>;
const path = '/api/t/{tenant}/accounts/{accountId}/alignment-reviews';

interface ReviewFormProps {
  accountId: string;
  /** The one to correct; left out for a new one. */
  review?: Review;
  /** The one before a new one: the same people take part, most often. */
  before?: Review;
  onHistory?: () => void;
  onClose: () => void;
}

export function ReviewForm({ accountId, review, before, onHistory, onClose }: ReviewFormProps) {
  const { person } = useTenantMe();
  const record = useCommand('post', path);
  const correct = useCommand('patch', `${path}/{reviewId}`);
  const people = [...usePeople()].map(([value, label]) => ({ value, label }));
  const contacts = useContactChoice(accountId);
  const form = useForm({
    initialValues: {
      heldOn: review?.heldOn ?? localDay(),
      people: review?.people ?? before?.people ?? [person.id],
      contactIds: review?.contactIds ?? before?.contactIds ?? [],
      scores: filled(review),
      note: review?.note ?? '',
      nextOn: review?.nextOn ?? '',
      reason: '',
    },
    validate: review ? { reason: reasonRule } : {},
  });
  const save = async ({ reason, nextOn, scores, ...rest }: typeof form.values) => {
    const body = { ...rest, nextOn: nextOn || null, scores: said(scores) };
    if (review) {
      const ids = { accountId, reviewId: review.reviewId };
      await correct.mutateAsync({ path: ids, body: { ...body, reason }, ifMatch: review.version });
      return announce(t('correctDone'));
    }
    await record.mutateAsync({ path: { accountId }, body });
    announce(t('reviewDone'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={review ? t('correctTitle', { day: day(review.heldOn) }) : t('review')}
      form={form}
      onSubmit={save}
    >
      {onHistory && (
        <Group>
          <Button size="compact-sm" variant="default" onClick={onHistory}>
            {t('history')}
          </Button>
        </Group>
      )}
      <TextInput
        label={t('heldOn')}
        type="date"
        required
        max={localDay()}
        data-autofocus
        {...form.getInputProps('heldOn')}
      />
      <MultiSelect label={t('ours')} data={people} searchable {...form.getInputProps('people')} />
      <MultiSelect label={t('theirs')} data={contacts} searchable {...form.getInputProps('contactIds')} />
      {alignmentTopics.map((topic) => (
        <Group key={topic} grow align="end">
          <Text size="sm">{t(`align.${topic}`)}</Text>
          {(['ours', 'theirs'] as const).map((side) => (
            <NumberInput
              key={side}
              label={t(side === 'ours' ? 'weSay' : 'theySay')}
              aria-label={`${t(`align.${topic}`)}: ${t(side === 'ours' ? 'weSay' : 'theySay')}`}
              min={0}
              max={10}
              {...form.getInputProps(`scores.${topic}.${side}`)}
            />
          ))}
        </Group>
      ))}
      <Textarea label={t('agreed')} autosize minRows={2} {...form.getInputProps('note')} />
      <TextInput label={t('nextOn')} type="date" {...form.getInputProps('nextOn')} />
      {review && <ReasonField {...form.getInputProps('reason')} />}
    </FormDrawer>
  );
}

const filled = (review: Review | undefined) =>
  Object.fromEntries(
    alignmentTopics.map((topic) => {
      const { ours, theirs } = review?.scores[topic] ?? { ours: null, theirs: null };
      return [topic, { ours: ours ?? '', theirs: theirs ?? '' }];
    }),
  ) as Scores;

const said = (scores: Scores) =>
  Object.fromEntries(
    alignmentTopics.map((topic) => {
      const { ours, theirs } = scores[topic];
      return [topic, { ours: ours === '' ? null : ours, theirs: theirs === '' ? null : theirs }];
    }),
  ) as Review['scores'];
