// Lets bricks speak inside a client component (a form with useActionState): hands it the words it needs, no others.
import { type Messages, NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

type Room = keyof Messages;

/**
 * Around a client component; the words of the bricks are always in, `rooms` names further namespaces, and `room.word`
 * a single word or part of one: each page carries what it is given.
 */
export async function ClientWords({
  rooms = [],
  children,
}: {
  rooms?: readonly (Room | `${Room}.${string}`)[];
  children: ReactNode;
}) {
  const all = await getMessages();
  return (
    <NextIntlClientProvider messages={chooseWords(all, ['bricks', ...rooms])}>
      {children}
    </NextIntlClientProvider>
  );
}

function chooseWords(all: Messages, rooms: readonly string[]): Messages {
  const chosen: Record<string, unknown> = {};
  for (const name of rooms) {
    const [room = '', part] = name.split('.');
    const words = all[room as Room] as Record<string, unknown>;
    chosen[room] = part === undefined ? words : { ...(chosen[room] ?? {}), [part]: words[part] };
  }
  return chosen as Messages;
}
