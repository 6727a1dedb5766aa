// Files: choosing some to send, and the list of those that are there.
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame';
import { fileSize } from './file-size';
import { Icon } from './icon';

type FileInputProps = FieldProps & { multiple?: boolean; accept?: string };

/** The browser's own control: works with JavaScript off and takes a drop; the hint says kinds and greatest size. */
export function FileInput({ multiple, accept, ...field }: FileInputProps) {
  return (
    <FieldFrame field={field}>
      <input
        {...controlAttributes(field)}
        type="file"
        className="rc-control"
        multiple={multiple}
        accept={accept}
      />
    </FieldFrame>
  );
}

export type FileEntry = {
  key: string;
  href: string;
  name: string;
  /** The kind in a word: "PDF", "Foglio di calcolo". */
  kind: string;
  bytes: number;
  pages?: number;
  /** Who put it there, or a badge. */
  note?: ReactNode;
};

/** Each file with kind, size and, where known, pages. */
export function FileList({ label, files }: { label: string; files: readonly FileEntry[] }) {
  const t = useTranslations('bricks.file');
  const locale = useLocale();
  return (
    <ul className="rc-files" aria-label={label}>
      {files.map((file) => (
        <li key={file.key}>
          <Icon name="file" />
          <span>
            <a href={file.href} download={file.name}>
              {file.name}
            </a>{' '}
            <span className="rc-quiet rc-small">
              {[
                file.kind,
                fileSize(file.bytes, locale),
                file.pages ? t('pages', { count: file.pages }) : undefined,
              ]
                .filter(Boolean)
                .join(' · ')}
              {file.note ? <> · {file.note}</> : null}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
