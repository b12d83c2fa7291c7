import { Alert, Button, FileButton } from '@mantine/core';
import { useUpload } from '~/api/use-upload';
import { t } from './texts';
import { saidOf, useSendDocument } from './use-send-document';

export function AddDocument({ accountId }: { accountId: string }) {
  const upload = useUpload('/api/t/{tenant}/accounts/{accountId}/notes/documents');
  const { problem, choose } = useSendDocument(
    (file) => upload.mutateAsync({ path: { accountId }, query: saidOf(file), file }),
    (name) => t('documentAdded', { name }),
  );
  return (
    <>
      <FileButton onChange={(file) => void choose(file)}>
        {(props) => (
          <Button variant="default" loading={upload.isPending} {...props}>
            {t('addDocument')}
          </Button>
        )}
      </FileButton>
      {problem && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
    </>
  );
}
