'use client';
// The rare deeds at a post and at a thread, loaded apart: a page on which nobody asks for them does not carry them.
import { type ComponentProps, lazy, Suspense } from 'react';

const More = lazy(async () => ({ default: (await import('./post-more')).PostMore }));
const Moderation = lazy(async () => ({ default: (await import('./thread-moderation')).ThreadModeration }));

/** As `PostMore`; its forms work as they stand until their script has come. */
export function PostMoreApart(props: ComponentProps<typeof More>) {
  return (
    <Suspense>
      <More {...props} />
    </Suspense>
  );
}

/** As `ThreadModeration`, in the same way. */
export function ModerationApart(props: ComponentProps<typeof Moderation>) {
  return (
    <Suspense>
      <Moderation {...props} />
    </Suspense>
  );
}
