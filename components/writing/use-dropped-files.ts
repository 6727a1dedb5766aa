'use client';
// Files dropped anywhere on a writing form go to its draft, instead of taking the place of the page.
import { type RefObject, useEffect } from 'react';

/** What the editor has taken already is left to it. */
export function useDroppedFiles(form: RefObject<HTMLFormElement | null>, onFiles: (files: File[]) => void) {
  useEffect(() => {
    const place = form.current;
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (event.defaultPrevented || files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    };
    place?.addEventListener('dragover', over);
    place?.addEventListener('drop', drop);
    return () => {
      place?.removeEventListener('dragover', over);
      place?.removeEventListener('drop', drop);
    };
  }, [form, onFiles]);
}
