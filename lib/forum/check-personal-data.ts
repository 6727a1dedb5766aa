// The gate before every text that others will read: what identifies a foreigner stays out of the forum.
import { Refusal } from '@/lib/core/refusal';
import { findDataInDocument } from '@/lib/text/find-data-in-document';
import { type FoundData, findPersonalData } from '@/lib/text/find-personal-data';
import type { TextDocument } from '@/lib/text/schema';

/** Field of the form → its words. */
export type TextsByField = Readonly<Record<string, string | TextDocument>>;

/**
 * @param confirmed the author has seen the warnings; what is certain is refused all the same
 * @returns the kinds that were confirmed, for the audit log
 * @throws Refusal `invalid` with the field: `personal-data`, or `personal-data-unconfirmed`
 */
export function checkPersonalData(texts: TextsByField, confirmed: boolean): FoundData['kind'][] {
  const found = Object.entries(texts).flatMap(([field, text]) =>
    dataIn(text).map(({ kind, level }) => ({ field, kind, level })),
  );
  const blocked = found.find(({ level }) => level === 'block');
  if (blocked) throw new Refusal('invalid', 'personal-data', blocked.field);
  const [warned] = found;
  if (warned && !confirmed) throw new Refusal('invalid', 'personal-data-unconfirmed', warned.field);
  return [...new Set(found.map(({ kind }) => kind))];
}

function dataIn(text: string | TextDocument): Pick<FoundData, 'kind' | 'level'>[] {
  return typeof text === 'string' ? findPersonalData(text) : findDataInDocument(text);
}
