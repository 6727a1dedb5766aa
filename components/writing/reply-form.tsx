'use client';
// The form one answers in, loaded apart from the page: most pages of a thread are read only, and do not carry it.
import { type ComponentProps, lazy, Suspense } from 'react';

const Loaded = lazy(async () => ({ default: (await import('./writing-form')).WritingForm }));

/** On the server it is there at once; in a browser the form works as it stands until its script has come. */
export function ReplyForm(props: ComponentProps<typeof Loaded>) {
  return (
    <Suspense>
      <Loaded {...props} />
    </Suspense>
  );
}
