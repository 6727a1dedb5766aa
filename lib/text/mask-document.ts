// Masks personal data inside a document with one click: everything else of it stays as it was written.
import type { FoundData } from './find-personal-data';
import { masks } from './mask-found-data';
import type { TextDocument } from './schema';
import { type Place, seekWords } from './seek-words';

type Datum = Pick<FoundData, 'kind'> & { words: string };
type Seek = (text: string) => { start: number; end: number; mask: string }[];

/** The mask takes the dress of the first letter of the datum; a link whose address holds one loses it. */
export function maskDocument(document: TextDocument, found: readonly Datum[]): TextDocument {
  const kinds = new Map(found.map(({ words, kind }) => [words, masks[kind]]));
  const places = seekWords(kinds.keys());
  const withMask = ({ words, start, end }: Place) => ({ start, end, mask: kinds.get(words) ?? '' });
  return maskNode(document, (text) => places(text).map(withMask));
}

function maskNode(node: TextDocument, seek: Seek): TextDocument {
  return {
    ...node,
    ...(node.attrs && { attrs: maskSaid(node.attrs, seek) }),
    ...(node.content && { content: maskRuns(node.content, seek).map((child) => maskNode(child, seek)) }),
  };
}

/** What an image or a person says; the other attributes are no words. */
function maskSaid(attrs: Record<string, unknown>, seek: Seek): Record<string, unknown> {
  const said = Object.entries(attrs).filter(
    (each): each is [string, string] => /^(?:alt|label)$/.test(each[0]) && typeof each[1] === 'string',
  );
  return {
    ...attrs,
    ...Object.fromEntries(said.map(([name, text]) => [name, masked(text, 0, text.length, seek(text))])),
  };
}

/** Texts that follow each other are one line of words, however it is dressed; line breaks are part of it. */
function maskRuns(nodes: readonly TextDocument[], seek: Seek): TextDocument[] {
  const found: TextDocument[] = [];
  let run: TextDocument[] = [];
  const close = () => {
    for (const node of maskRun(run, seek)) found.push(node);
    run = [];
  };
  for (const node of nodes.map((each) => withoutTellingLinks(each, seek))) {
    if (node.text !== undefined || node.type === 'hardBreak') {
      run.push(node);
      continue;
    }
    close();
    found.push(node);
  }
  close();
  return found;
}

function maskRun(run: readonly TextDocument[], seek: Seek): TextDocument[] {
  const text = run.map((node) => node.text ?? '\n').join('');
  const places = seek(text);
  if (places.length === 0) return [...run];
  let from = 0;
  let first = 0;
  return run.flatMap((node) => {
    const to = from + (node.text ?? '\n').length;
    while ((places[first]?.end ?? Number.POSITIVE_INFINITY) <= from) first += 1;
    const inside = placesUntil(places, first, to);
    const kept = masked(text, from, to, inside);
    from = to;
    if (kept === '') return [];
    return [node.text === undefined ? node : { ...node, text: kept }];
  });
}

function placesUntil(places: ReturnType<Seek>, first: number, to: number): ReturnType<Seek> {
  let end = first;
  while ((places[end]?.start ?? to) < to) end += 1;
  return places.slice(first, end);
}

/** What is left of a piece of text: the mask where a datum begins, nothing where one goes on. */
function masked(text: string, from: number, to: number, places: ReturnType<Seek>): string {
  let kept = '';
  let at = from;
  for (const { start, end, mask } of places) {
    kept += text.slice(at, Math.max(at, start)) + (start >= from ? mask : '');
    at = Math.min(to, end);
  }
  return kept + text.slice(at, to);
}

function withoutTellingLinks(node: TextDocument, seek: Seek): TextDocument {
  const marks = node.marks?.filter(({ attrs }) => seek(String(attrs?.href ?? '')).length === 0);
  return marks === undefined || marks.length === node.marks?.length ? node : { ...node, marks };
}
