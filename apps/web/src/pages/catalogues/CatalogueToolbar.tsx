import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '~/api/client';
import type { Answer, Operation } from '~/api/types';
import { useDownload } from '~/api/use-download';
import { useAddressState } from '~/app/address-state';
import { ListToolbar } from '~/ui';
import { usePublishedCatalogue } from '../audits/catalogue';
import { languageOptions } from './languages';
import { t } from './texts';
import classes from './CatalogueToolbar.module.css';
import { useChosenStream } from './use-chosen';
import { useWordsLanguage, type Words } from './use-words';

type Catalogues = Answer<Operation<'/api/catalogues', 'get'>>;

/** Which catalogue, version and stream is read, in whose words; all of it is in the address. */
export function CatalogueToolbar({ words }: { words: Words | undefined }) {
  const [kind, setKind] = useAddressState('kind', 'phase-audit');
  const [language, setLanguage] = useWordsLanguage();
  const { data } = useQuery<Catalogues>({
    queryKey: ['catalogues'],
    staleTime: Infinity,
    queryFn: async ({ signal }) => (await client.GET('/api/catalogues', { signal })).data!,
  });
  const download = useDownload();
  const version = words && String(words.catalogue.catalogueVersion);
  return (
    <ListToolbar
      search={t('search')}
      onCsv={() =>
        download.mutate({
          path: `catalogues/${kind}/words/export`,
          query: { language, catalogueVersion: version },
          fileName: `${kind}-${version}-${language}.csv`,
        })
      }
      csvLoading={download.isPending}
    >
      <NativeSelect
        className={classes['select']}
        aria-label={t('kind')}
        value={kind}
        onChange={(event) => setKind(event.target.value)}
        data={data?.items.map(({ kind, name }) => ({ value: kind, label: name })) ?? [kind]}
      />
      {words && <VersionSelect words={words} />}
      {words?.catalogue.kind === 'phase-audit' && <StreamSelect words={words} />}
      <NativeSelect
        className={classes['select']}
        aria-label={t('language')}
        value={language}
        onChange={(event) => setLanguage(event.target.value)}
        data={languageOptions(words?.catalogue.languages ?? [], language)}
      />
    </ListToolbar>
  );
}

function VersionSelect({ words: { catalogue } }: { words: Words }) {
  const [version, setVersion] = useAddressState('version');
  const [read, setRead] = useAddressState('read');
  const present = Math.max(...catalogue.versions);
  if (catalogue.versions.length < 2) return null;
  return (
    <NativeSelect
      className={classes['select']}
      aria-label={t('version')}
      value={read || version}
      onChange={({ target: { value } }) => {
        setRead(value === 'changes' ? value : '');
        setVersion(value === 'changes' ? '' : value);
      }}
      data={[
        { value: '', label: t('version.present', { n: present }) },
        ...catalogue.versions
          .filter((one) => one !== present)
          .map((one) => ({ value: String(one), label: t('version.old', { n: one }) })),
        { value: 'changes', label: t('read.changes') },
      ]}
    />
  );
}

function StreamSelect({ words }: { words: Words }) {
  const [stream, setStream] = useChosenStream();
  const { data: catalogue } = usePublishedCatalogue(words.catalogue.catalogueVersion);
  if (!catalogue) return null;
  const { streams, contributoryStreams } = catalogue.structure;
  return (
    <NativeSelect
      className={classes['select']}
      aria-label={t('stream')}
      value={stream}
      onChange={(event) => setStream(event.target.value)}
      data={streams.map(({ id, name }) => ({
        group: words.label(`stream.${id}`, name),
        items: contributoryStreams
          .filter((one) => one.stream === id)
          .map((one) => ({ value: one.id, label: words.label(`stream.${one.id}`, one.name) })),
      }))}
    />
  );
}
