'use client';
// Where no script runs: an image of the draft is put at the end of the text, with the words that say what it shows.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Form, TextField } from '@/components/ui/field';
import { type FormDeed, untouched } from '@/lib/core/form-state';

type PlaceImageProps = {
  action: FormDeed;
  file: { id: string; name: string };
  /** Where it is shown, and shown again with what is wrong. */
  page: string;
};

export function PlaceImage({ action, file, page }: PlaceImageProps) {
  const t = useTranslations('writing.image');
  const [{ error, values }, submit] = useActionState(action, untouched, page);
  const isOwn = values.fileId === file.id;
  return (
    <Form action={submit}>
      <input type="hidden" name="fileId" value={file.id} />
      <input type="hidden" name="back" value={page} />
      <TextField
        id={`alt-${file.id}`}
        name="alt"
        label={t('label', { name: file.name })}
        hint={t('hint')}
        error={isOwn ? error?.message : undefined}
        defaultValue={isOwn ? values.alt : undefined}
      />
      <div>
        <Button kind="secondary" small>
          {t('put')}
        </Button>
      </div>
    </Form>
  );
}
