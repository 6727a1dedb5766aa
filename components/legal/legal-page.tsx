// The three pages the law asks for have one form: a title, a line, sections of running text.
import { Prose } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';

export type LegalSection = { title: string /** Paragraphs parted by an empty line. */; text: string };

type LegalPageProps = { title: string; line: string; sections: readonly LegalSection[] };

/** Words only; they come from messages/<language>/legal.json. */
export function LegalPage({ title, line, sections }: LegalPageProps) {
  return (
    <>
      <PageHead title={title} line={line} />
      <Prose>{sections.flatMap(blocksOf)}</Prose>
    </>
  );
}

function blocksOf({ title, text }: LegalSection) {
  return [
    <h2 key={title}>{title}</h2>,
    ...text.split('\n\n').map((paragraph) => <p key={paragraph}>{paragraph}</p>),
  ];
}
