'use server';
// What one does on "Oggi".
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { markNotificationsRead } from '@/lib/forum/notifications/mark-notifications-read';
import { runAction } from '@/lib/web/action';

/** All of one's own; the counter in the bar follows. */
export async function markAllRead(form: FormData): Promise<void> {
  await runAction(form, (ctx) => markNotificationsRead(ctx, {}));
  revalidatePath('/', 'layout');
  redirect('/');
}
