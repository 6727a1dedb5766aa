// What is shown when a page failed: plain words, the number to give when asking for help, two ways on.
import { Button, LinkButton } from '@/components/ui/button';
import { Head } from '@/components/ui/head';
import { Line, Stack } from '@/components/ui/layout';

export type TroubleWords = { title: string; line: string; code: string; again: string; home: string };

/** Free of hooks and of translation, because it must show when these have failed; `code` finds the fault in the log. */
export function Trouble({ words, code }: { words: TroubleWords; code?: string }) {
  return (
    <Stack>
      <Head title={words.title} line={words.line} />
      {code ? (
        <p>
          {words.code} {code}
        </p>
      ) : null}
      <Line>
        <form method="get">
          <Button>{words.again}</Button>
        </form>
        <LinkButton kind="secondary" href="/">
          {words.home}
        </LinkButton>
      </Line>
    </Stack>
  );
}
