// Files: choosing some to send, and the list of those that are there.
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { controlAttributes, FieldFrame, FieldNotes, type FieldProps } from './field-frame';
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

/** Sends a file to the address of a route, not to an action: those take no large bodies. */
export function UploadForm({ action, children }: { action: string; children: ReactNode }) {
  return (
    <form action={action} method="post" encType="multipart/form-data" className="rc-form" noValidate>
      {children}
    </form>
  );
}

type FilePickerProps = { id: string; label: string; hint?: string; onPick: (files: File[]) => void };

/** For our own script: has no name, so that what is chosen never goes out with the form. */
export function FilePicker({ id, label, hint, onPick }: FilePickerProps) {
  return (
    <div className="rc-field">
      <label htmlFor={id}>{label}</label>
      <FieldNotes id={id} hint={hint} />
      <input
        id={id}
        type="file"
        multiple
        className="rc-control"
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ currentTarget }) => {
          onPick([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </div>
  );
}

/** How far a file has gone. @param part 0 to 1 */
export function FileProgress({ label, part }: { label: string; part: number }) {
  return (
    <p className="rc-file-progress">
      {label} <progress value={part} max={1} aria-label={label} />
    </p>
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
