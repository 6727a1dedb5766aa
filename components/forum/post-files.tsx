// Files at posts, as a list with kind, size and pages.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FileList } from '@/components/ui/file-bricks';
import type { FileView } from '@/lib/forum/model';
import { fileKind } from './file-kind';

type Entry = FileView & { note?: ReactNode };

/** Nothing where there are no files. */
export function PostFiles({ label, files }: { label: string; files: readonly Entry[] }) {
  const t = useTranslations('forum.fileKind');
  if (files.length === 0) return null;
  return (
    <FileList
      label={label}
      files={files.map(({ id, name, mediaType, size, pages, note }) => ({
        key: id,
        href: `/api/files/${id}`,
        name,
        kind: t(fileKind(mediaType)),
        bytes: size,
        pages: pages ?? undefined,
        note,
      }))}
    />
  );
}
