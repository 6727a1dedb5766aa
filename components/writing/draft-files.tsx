'use client';
// The files of a draft: those that are there, those on their way, and choosing more.
import { useTranslations } from 'next-intl';
import { PostFiles } from '@/components/forum/post-files';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { FilePicker, FileProgress } from '@/components/ui/file-bricks';
import { Line, Stack } from '@/components/ui/layout';
import { useRefusalWords } from './use-refusal-words';
import type { useUploads } from './use-uploads';

type DraftFilesProps = {
  uploads: ReturnType<typeof useUploads>;
  /** Ids of those that stand in the text, where they are seen already. */
  shown: readonly string[];
  /** Whether the script runs: without it files are chosen on a page of their own. */
  isLive: boolean;
};

/** Each file goes on its way at once; what was refused says why and may be tried again. */
export function DraftFiles({ uploads, shown, isLive }: DraftFilesProps) {
  const t = useTranslations('writing.files');
  const refusal = useRefusalWords();
  const beside = uploads.files.filter(({ id }) => !shown.includes(id));
  const files = beside.map((file) => ({
    ...file,
    note: isLive ? (
      <Button type="button" kind="quiet" small onClick={() => uploads.remove(file.id)}>
        {t('remove', { name: file.name })}
      </Button>
    ) : undefined,
  }));
  return (
    <Stack gap="small">
      <PostFiles label={t('label')} files={files} />
      {uploads.uploads.map((upload) =>
        upload.trouble ? (
          <Alert key={upload.key} kind="bad" title={upload.file.name} level={3}>
            <p>{refusal(upload.trouble)}</p>
            <Line>
              {upload.trouble === 'personal-data-unconfirmed' ? (
                <Button type="button" kind="secondary" small onClick={() => uploads.retry(upload, true)}>
                  {t('confirm')}
                </Button>
              ) : (
                <Button type="button" kind="secondary" small onClick={() => uploads.retry(upload)}>
                  {t('retry')}
                </Button>
              )}
              <Button type="button" kind="quiet" small onClick={() => uploads.drop(upload.key)}>
                {t('forget')}
              </Button>
            </Line>
          </Alert>
        ) : (
          <FileProgress
            key={upload.key}
            label={t('sending', { name: upload.file.name })}
            part={upload.part}
          />
        ),
      )}
      {isLive ? (
        <FilePicker id="files" label={t('choose')} hint={t('hint')} onPick={uploads.add} />
      ) : (
        <div>
          <Button kind="secondary" small icon="attachment" name="then" value="files">
            {t('attach')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
