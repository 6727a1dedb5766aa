// A page that shows nothing of what was asked for: why, what to do, and the number of the request.
import { LinkButton } from '@/components/ui/button';
import { Quiet, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';

type ClosedPageProps = {
  words: { title: string; line: string; advice: string; home: string };
  /** "Codice della richiesta: …"; nothing where the request has none. */
  code: string | null;
};

/** Not found and not allowed look alike: they differ in their words. */
export function ClosedPage({ words, code }: ClosedPageProps) {
  return (
    <Stack>
      <PageHead title={words.title} line={words.line} />
      <p>{words.advice}</p>
      <p>
        <LinkButton href="/">{words.home}</LinkButton>
      </p>
      {code ? <Quiet small>{code}</Quiet> : null}
    </Stack>
  );
}
