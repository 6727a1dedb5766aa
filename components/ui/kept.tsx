// A part of a page that is written once for all who are shown the same, with holes for what is other each time.
import type { ReactNode } from 'react';
import type { Locale } from '@/lib/core/actor';

export type Holes = Readonly<Record<string, string>>;

export type KeptProps<Given extends Holes = Holes> = {
  /** Which part of which page this is. */
  part: string;
  locale: Locale;
  /**
   * Everything its words depend on but the texts in the holes, as plain data. Who is given other data is given other
   * words, so that nothing of one person can come to another; and no change has to be told, since what was read stands
   * here.
   */
  of: unknown;
  /** Texts that are shown as they are, here or there: nothing may depend on them. */
  holes?: Given;
  /** Given, in the place of each text, what marks its hole. */
  children: (holes: Given) => ReactNode;
};

/** Where React writes a page itself nothing is kept: only `writeHtml` knows this part as a string. */
export function Kept<Given extends Holes>({ holes, children }: KeptProps<Given>) {
  return children(holes ?? ({} as Given));
}

/** Texts and names of holes in turn. */
type Pieces = readonly string[];

/** Signs of all keys and pieces together; a sign takes one or two bytes. */
const mostSigns = 4e6;
const kept = new Map<string, Pieces>();
let signs = 0;

/** @param write makes the string of what is not kept yet, and of what goes into a hole */
export function writeKept(props: KeptProps, write: (node: ReactNode) => string): string {
  const { part, locale, of, holes = {}, children } = props;
  const key = JSON.stringify([part, locale, of]);
  const pieces = find(key) ?? keep(key, cut(write(children(marksOf(holes))), holes));
  let html = '';
  for (const [index, piece] of pieces.entries()) html += index % 2 === 0 ? piece : write(holes[piece]);
  return html;
}

function find(key: string): Pieces | undefined {
  const pieces = kept.get(key);
  if (!pieces) return undefined;
  // What was asked for last goes last.
  kept.delete(key);
  kept.set(key, pieces);
  return pieces;
}

function keep(key: string, pieces: Pieces): Pieces {
  kept.set(key, pieces);
  signs += size(key, pieces);
  for (const [oldest, its] of kept) {
    if (signs <= mostSigns) break;
    kept.delete(oldest);
    signs -= size(oldest, its);
  }
  return pieces;
}

function size(key: string, pieces: Pieces): number {
  return pieces.reduce((sum, { length }) => sum + length, key.length);
}

/**
 * Only a name that was given is a hole. PostgreSQL keeps no NUL and the server in front takes them out of addresses;
 * one that came another way is no word, and nothing is looked up by what stands beside it.
 */
function cut(html: string, holes: Holes): Pieces {
  const marks = new RegExp(`\\0(${Object.keys(holes).join('|')})\\0`);
  return html.split(marks).map((piece) => piece.replaceAll('\0', ''));
}

function marksOf(holes: Holes): Holes {
  return Object.fromEntries(Object.keys(holes).map((name) => [name, `\0${name}\0`]));
}
