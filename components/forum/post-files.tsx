// Files at posts, as a list with kind, size and pages.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FileList } from '@/components/ui/file-bricks';
import type { FileView } from '@/lib/forum/model';
import { fileKind } from './file-kind';

/** Of a draft's files nobody has looked for words yet. */
type Entry = Omit<FileView, 'textState'> & Partial<Pick<FileView, 'textState'>> & { note?: ReactNode };

/** Nothing where there are no files. */
export function PostFiles({ label, files }: { label: string; files: readonly Entry[] }) {
  const t = useTranslations('forum.fileKind');
  const kindOf = ({ mediaType, textState }: Entry) =>
    [t(fileKind(mediaType)), textState === 'unreadable' ? t('unreadable') : ''].filter(Boolean).join(', ');
  if (files.length === 0) return null;
  return (
    <FileList
      label={label}
      files={files.map((file) => ({
        key: file.id,
        href: `/api/files/${file.id}`,
        name: file.name,
        kind: kindOf(file),
        bytes: file.size,
        pages: file.pages ?? undefined,
        note: file.note,
      }))}
    />
  );
}
