// The files of an act: what lies there, and the form that adds one.
import { useTranslations } from 'next-intl';
import { Button, type FormAction, PostButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TextField } from '@/components/ui/field';
import { FileInput, FileList, UploadForm } from '@/components/ui/file-bricks';
import { Said, Stack } from '@/components/ui/layout';
import type { ActFile } from '@/lib/membership/acts/model';

/** `query` says by which right a file is opened: `?domanda=…` for whoever has the link. */
export function ActFileList({
  files,
  query,
  remove,
  fields = {},
}: {
  files: readonly ActFile[];
  query: string;
  remove?: FormAction;
  fields?: Record<string, string>;
}) {
  const t = useTranslations('adhesion.files');
  const entries = files.map((file) => ({
    key: file.id,
    href: `/api/adesioni/atti/${file.id}${query}`,
    name: file.name,
    kind: t(file.signature === 'cades' ? 'kinds.p7m' : 'kinds.pdf'),
    bytes: file.size,
    pages: file.pages ?? undefined,
    note: (
      <>
        {t(`signatures.${file.signature}`)}
        {file.declaredSigner ? <> · {t('declared', { name: file.declaredSigner })}</> : null}
        <br />
        <Said>{`SHA-256 ${file.sha256}`}</Said>
        {remove && file.isNew ? (
          <PostButton
            action={remove}
            fields={{ ...fields, file: file.id }}
            kind="quiet"
            small
            label={t('remove', { name: file.name })}
          >
            {t('removeShort')}
          </PostButton>
        ) : null}
      </>
    ),
  }));
  if (entries.length === 0) return <EmptyState>{t('none')}</EmptyState>;
  return <FileList label={t('label')} files={entries} />;
}

/** `to` is the address of the route that takes it, with which application in its query. */
export function ActUpload({ to, wrong, signer }: { to: string; wrong: string | null; signer: string }) {
  const t = useTranslations('adhesion.files');
  return (
    <UploadForm action={to}>
      <Stack>
        <FileInput
          name="file"
          label={t('file')}
          hint={t('fileHint')}
          accept=".pdf,.p7m,application/pdf,application/pkcs7-mime"
          error={wrong ?? undefined}
        />
        <TextField name="signer" label={t('signer')} hint={t('signerHint')} defaultValue={signer} optional />
        <div>
          <Button kind="secondary" icon="attachment">
            {t('upload')}
          </Button>
        </div>
      </Stack>
    </UploadForm>
  );
}
