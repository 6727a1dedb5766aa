// What of a writing form others read besides the text: title and tags, as they stand in their fields.
import { findPersonalData } from '@/lib/text/find-personal-data';
import { maskFoundData } from '@/lib/text/mask-found-data';

const names = ['title', 'tags'];

/** A line each; empty where nothing is typed. */
export function othersIn(form: HTMLFormElement | null): string {
  return fieldsOf(form)
    .map(({ value }) => value)
    .join('\n')
    .trim();
}

/** Covers personal data where they stand. */
export function maskOthers(form: HTMLFormElement | null): void {
  for (const field of fieldsOf(form)) field.value = maskFoundData(field.value, findPersonalData(field.value));
}

function fieldsOf(form: HTMLFormElement | null): HTMLInputElement[] {
  return names.flatMap((name) => {
    const field = form?.elements.namedItem(name);
    return field instanceof HTMLInputElement ? [field] : [];
  });
}
