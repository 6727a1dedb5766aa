'use server';
// What the frame itself can do: change the language, change the organisation one acts for, have mail sent again, leave.
import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { endSession } from '@/lib/auth/end-session';
import { isSecure, sessionCookieName } from '@/lib/auth/model';
import { sitePath } from '@/lib/auth/return-path';
import { env } from '@/lib/env';
import { resumeAddress } from '@/lib/mailing/bouncing/resume-address';
import { chooseLanguage } from '@/lib/people/choose-language';
import { switchSeat as switchSeatDeed } from '@/lib/people/switch-seat';
import { runAction } from '@/lib/web/action';
import { pressButton } from '@/lib/web/back-after';
import { isLocale } from '@/lib/web/choose-locale';
import { currentContext, currentVisitor } from '@/lib/web/context';
import { languageCookie } from '@/lib/web/i18n';

const oneYear = 365 * 24 * 60 * 60;

/** Remembered in a technical cookie, and with the person who is signed in; anything unknown changes nothing. */
export async function setLanguage(form: FormData): Promise<void> {
  const language = String(form.get('language'));
  const ctx = await currentContext();
  if (isLocale(language)) {
    if (ctx.actor.kind === 'member') await chooseLanguage(ctx, { locale: language });
    (await cookies()).set(languageCookie, language, {
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(env().publicUrl),
      maxAge: oneYear,
      path: '/',
    });
  }
  redirect(sitePath(form.get('back')));
}

/** From now on this session acts for another of the person's organisations; the frame says so too. */
export async function switchSeat(form: FormData): Promise<void> {
  const { sessionId } = await currentVisitor();
  await runAction(form, (ctx, { seat }) => switchSeatDeed(ctx, { seatId: seat, sessionId }));
  revalidatePath('/', 'layout');
  redirect(sitePath(form.get('back')));
}

/** To the own address, or to one of those a referent or the secretariat looks after. */
export async function resumeMail(form: FormData): Promise<void> {
  revalidatePath('/', 'layout');
  await pressButton(form, (ctx, { email }) => resumeAddress(ctx, { email }));
}

/** The session is over in the database before the cookie goes. */
export async function signOut(): Promise<void> {
  const store = await cookies();
  const name = sessionCookieName(env().publicUrl);
  const cookie = store.get(name)?.value;
  if (cookie) await endSession(await currentContext(), cookie);
  store.set(name, '', {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(env().publicUrl),
    maxAge: 0,
  });
  redirect('/');
}
