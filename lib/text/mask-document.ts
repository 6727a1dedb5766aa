// Masks personal data inside a document with one click: everything else of it stays as it was written.
import type { FoundData } from './find-personal-data';
import { masks } from './mask-found-data';
import type { TextDocument } from './schema';

type Datum = Pick<FoundData, 'kind'> & { words: string };

/** The mask takes the dress of the first letter of the datum; a link whose address holds one loses it. */
export function maskDocument(document: TextDocument, found: readonly Datum[]): TextDocument {
  const longestFirst = [...found].sort((one, other) => other.words.length - one.words.length);
  return longestFirst.reduce(maskOne, document);
}

function maskOne(node: TextDocument, datum: Datum): TextDocument {
  const mask = (text: string) => text.replaceAll(datum.words, () => masks[datum.kind]);
  const alt = node.attrs?.alt;
  return {
    ...node,
    ...(typeof alt === 'string' && { attrs: { ...node.attrs, alt: mask(alt) } }),
    ...(node.content && { content: maskRuns(node.content, datum).map((child) => maskOne(child, datum)) }),
  };
}

/** Texts that follow each other are one line of words, however it is dressed. */
function maskRuns(nodes: readonly TextDocument[], datum: Datum): TextDocument[] {
  const found: TextDocument[] = [];
  let run: TextDocument[] = [];
  const close = () => {
    found.push(...maskRun(run, datum));
    run = [];
  };
  for (const node of nodes.map((each) => withoutTellingLinks(each, datum))) {
    if (node.text !== undefined) {
      run.push(node);
      continue;
    }
    close();
    found.push(node);
  }
  close();
  return found;
}

function maskRun(run: readonly TextDocument[], { words, kind }: Datum): TextDocument[] {
  const text = run.map((node) => node.text).join('');
  const starts: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) starts.push(at);
  if (starts.length === 0) return [...run];
  let from = 0;
  return run.flatMap((node) => {
    const to = from + (node.text?.length ?? 0);
    const kept = piecesOf(text, from, to, starts, words.length, masks[kind]);
    from = to;
    return kept === '' ? [] : [{ ...node, text: kept }];
  });
}

/** What is left of a piece of text: the mask where a datum begins, nothing where one goes on. */
function piecesOf(
  text: string,
  from: number,
  to: number,
  starts: number[],
  length: number,
  mask: string,
): string {
  let kept = '';
  let at = from;
  for (const start of starts) {
    if (start + length <= from || start >= to) continue;
    kept += text.slice(at, Math.max(at, start)) + (start >= from ? mask : '');
    at = Math.min(to, start + length);
  }
  return kept + text.slice(at, to);
}

function withoutTellingLinks(node: TextDocument, { words }: Datum): TextDocument {
  const marks = node.marks?.filter(({ attrs }) => !String(attrs?.href ?? '').includes(words));
  return marks === undefined || marks.length === node.marks?.length ? node : { ...node, marks };
}
