// The door of forms: runs a deed and turns its refusal into what the form shows, with everything typed still there.
import { unstable_rethrow } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { Context } from '@/lib/core/context';
import type { FormState, FormValues } from '@/lib/core/form-state';
import { Refusal } from '@/lib/core/refusal';
import { currentContext } from './context';
import { reportBug } from './report-bug';

/**
 * @param work calls the deed; it may redirect instead of returning
 * @returns `done`, or the error beside its field
 */
export async function runAction(
  form: FormData,
  work: (ctx: Context, values: FormValues) => Promise<unknown>,
): Promise<FormState> {
  const values = valuesOf(form);
  try {
    await work(await currentContext(), values);
    return { done: true, values };
  } catch (error) {
    unstable_rethrow(error);
    return { error: await explain(error), values };
  }
}

/** What was typed: fields of one name, as boxes ticked in a list, become one text with a line each. Files are not typed. */
export function valuesOf(form: FormData): FormValues {
  const entries = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$ACTION'),
  );
  const values: Record<string, string> = {};
  for (const [name, value] of entries) {
    const typed = value.replaceAll('\0', '');
    values[name] = name in values ? `${values[name]}\n${typed}` : typed;
  }
  return values;
}

async function explain(error: unknown): Promise<NonNullable<FormState['error']>> {
  const t = await getTranslations('refusals');
  if (!(error instanceof Refusal)) return { message: t('unexpected', { code: reportBug(error) }) };
  const { reason, field, values } = error;
  return { field, reason, message: isKey(t, reason) ? t(reason, values) : t('invalid') };
}

type Words = Awaited<ReturnType<typeof getTranslations<'refusals'>>>;
type PlainKey = Exclude<Parameters<Words['has']>[0], 'unexpected'>;

function isKey(t: Words, reason: string): reason is PlainKey {
  return reason !== 'unexpected' && t.has(reason as PlainKey);
}
