'use client';
// A page that failed, inside the frame: says so plainly and gives the number under which the log knows it.
import { Trouble } from '@/components/frame/trouble';
import { troubleWords } from './trouble-words';

/** The digest is what Next writes beside the fault in the log. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <Trouble words={troubleWords()} code={error.digest} />;
}
