// Lets bricks speak inside a client component (a form with useActionState): hands it the words it needs, no others.
import { type Messages, NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/** Around a client component; the words of the bricks are always in, `rooms` names further namespaces. */
export async function ClientWords({
  rooms = [],
  children,
}: {
  rooms?: readonly (keyof Messages)[];
  children: ReactNode;
}) {
  const all = await getMessages();
  const chosen = Object.fromEntries((['bricks', ...rooms] as const).map((room) => [room, all[room]]));
  return <NextIntlClientProvider messages={chosen}>{children}</NextIntlClientProvider>;
}
