import { Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import { languageName } from './languages';
import { t } from './texts';
import { describes, type Item, useWordsLanguage, type Words } from './use-words';

interface WordsDrawerProps {
  words: Words;
  itemId: string;
  onClose: () => void;
}

/** Puts one item, and what it says at each score, into the enterprise's words in one language. */
export function WordsDrawer({ words, itemId, onClose }: WordsDrawerProps) {
  const put = useCommand('put', '/api/t/{tenant}/catalogues/{kind}/words/{language}');
  const [language] = useWordsLanguage();
  const item = words.item(itemId)!;
  // Words that fall back to another language are not those of this one.
  const own = (one: Item) => (one.own?.language === language ? one.own : undefined);
  const descriptions = words.descriptionsOf(itemId);
  const form = useForm({
    initialValues: {
      label: own(item)?.label ?? '',
      help: own(item)?.help ?? '',
      guidance: own(item) ? (item.guidance ?? '') : '',
      descriptions: descriptions.map((one) => own(one)?.label ?? ''),
      reason: '',
    },
    validate: { reason: reasonRule },
  });
  const save = async ({ label, help, guidance, descriptions: said, reason }: typeof form.values) => {
    const items = [
      { id: itemId, label, help, guidance },
      ...descriptions.map(({ id }, index) => ({ id, label: said[index] })),
    ];
    await put.mutateAsync({ path: { kind: words.catalogue.kind, language }, body: { items, reason } });
    announce(t('words.done'));
  };
  const area = { autosize: true, minRows: 2 } as const;
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('words.title', { language: languageName(language), item: item.shipped.label })}
      form={form}
      onSubmit={save}
    >
      <Text size="sm" c="dimmed">
        {t('words.about')} {t('words.empty')}
      </Text>
      <TextInput
        label={t('words.label')}
        description={item.shipped.label}
        maxLength={300}
        data-autofocus
        {...form.getInputProps('label')}
      />
      {item.sort !== 'description' && (
        <Textarea
          label={t('words.help')}
          description={item.shipped.help}
          maxLength={2000}
          {...area}
          {...form.getInputProps('help')}
        />
      )}
      <Textarea
        label={t('words.guidance')}
        description={t('words.guidanceHelp')}
        maxLength={4000}
        {...area}
        {...form.getInputProps('guidance')}
      />
      {descriptions.map((description, index) => (
        <Textarea
          key={description.id}
          label={t('words.description', { what: describes(description) })}
          description={description.shipped.label}
          maxLength={300}
          {...area}
          {...form.getInputProps(`descriptions.${index}`)}
        />
      ))}
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
