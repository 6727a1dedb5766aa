'use server';
// What the frame itself can do: change the language of the pages.
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { locales } from '@/db/words';
import { env } from '@/lib/env';
import { languageCookie } from '@/lib/web/i18n';
import { localPath } from '@/lib/web/local-path';

const oneYear = 365 * 24 * 60 * 60;

/** Remembers the language in a technical cookie and goes back to the page; anything unknown changes nothing. */
export async function setLanguage(form: FormData): Promise<void> {
  const language = locales.find((locale) => locale === form.get('language'));
  if (language) {
    (await cookies()).set(languageCookie, language, {
      httpOnly: true,
      sameSite: 'lax',
      secure: env().publicUrl.startsWith('https:'),
      maxAge: oneYear,
      path: '/',
    });
  }
  redirect(localPath(form.get('back')));
}
