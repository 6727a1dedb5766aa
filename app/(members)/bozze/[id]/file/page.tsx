// The files of a draft where no script runs: one form, one file at a time, nothing typed at stake.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PostFiles } from '@/components/forum/post-files';
import { Alert } from '@/components/ui/alert';
import { Button, LinkButton, PostButton } from '@/components/ui/button';
import { ClientWords } from '@/components/ui/client-words';
import { EmptyState } from '@/components/ui/empty-state';
import { CheckField } from '@/components/ui/field';
import { FileInput, UploadForm } from '@/components/ui/file-bricks';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { PlaceImage } from '@/components/writing/place-image';
import { isImage } from '@/lib/forum/drafts/model';
import { findDraft } from '@/lib/forum/drafts/queries';
import { demandMember } from '@/lib/web/gate';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { refusalWords } from '@/lib/web/refusal-words';
import { placeInText, removeFile } from '../../actions';

type Props = { params: Promise<{ id: string }>; searchParams: PageQuery };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('writing.files');
  return { title: t('page') };
}

export default async function DraftFilesPage({ params, searchParams }: Props) {
  const { id } = await params;
  const page = `/bozze/${id}/file`;
  const ctx = await demandMember(page);
  const draft = await readPage(page, () => findDraft(ctx, id));
  const [t, image] = await Promise.all([getTranslations('writing.files'), getTranslations('writing.image')]);
  const reason = queryValue((await searchParams).avviso);
  const wrong = await refusalWords(reason);
  const files = draft.files.map((file) => ({
    ...file,
    note: file.inline ? (
      image('done')
    ) : (
      <PostButton action={removeFile} fields={{ fileId: file.id, back: page }} kind="quiet" small>
        {t('remove', { name: file.name })}
      </PostButton>
    ),
  }));
  const placeable = draft.files.filter(({ inline, mediaType }) => !inline && isImage(mediaType));
  return (
    <>
      <PageHead title={t('page')} line={t('pageLine')} />
      <Stack>
        {wrong ? <Alert kind="bad" title={wrong} /> : null}
        {files.length > 0 ? (
          <PostFiles label={t('label')} files={files} />
        ) : (
          <EmptyState>{t('none')}</EmptyState>
        )}
        <UploadForm action={`/api/files/drafts/${id}`}>
          <FileInput name="file" label={t('file')} hint={t('fileHint')} error={wrong ?? undefined} />
          {reason === 'personal-data-unconfirmed' ? (
            <CheckField name="confirmed" label={t('confirmed')} />
          ) : null}
          <div>
            <Button kind="secondary">{t('upload')}</Button>
          </div>
        </UploadForm>
        <ClientWords rooms={['writing']}>
          {placeable.map((file) => (
            <PlaceImage key={file.id} action={placeInText} file={file} page={page} />
          ))}
        </ClientWords>
        <LinkButton href={`/bozze/${id}`}>{t('back')}</LinkButton>
      </Stack>
    </>
  );
}
