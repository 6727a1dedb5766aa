'use client';
// The last resort: even the frame failed, so this page brings its own document.
import '@/components/ui/styles/main.scss';
import { Trouble } from '@/components/frame/trouble';
import { Page } from '@/components/ui/page';
import { troubleWords } from './trouble-words';

/** Italian unless the document around it already said English. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const words = troubleWords();
  return (
    <html lang="it">
      <body>
        <title>{words.title}</title>
        <Page>
          <Trouble words={words} code={error.digest} />
        </Page>
      </body>
    </html>
  );
}
