// Reads the signs inside a line of Markdown: emphasis, code, links, images, persons. Linear: no sign is tried twice.
import { fileAddress } from '../file-address';
import { linkAddress } from '../link-address';
import { linkText } from '../link-text';
import type { Loose } from '../loose-node';
import { type Run, readEmphasis, runAt } from './read-emphasis';

type Mark = { type: string; attrs?: { href: string } };
/** A piece of a line: words, or a finished node, or a run of signs that may turn out to be emphasis. */
type Token = { text: string; node?: Loose; run?: Run; href?: string };
type State = {
  text: string;
  tokens: Token[];
  /** Brackets that wait for their end. */
  open: { token: number; isImage: boolean }[];
  /** Places of runs of backticks by their length, those behind already taken away. */
  ticks: Map<number, number[]>;
};
/** Takes what begins at a place, and says where to go on; undefined when nothing of the kind begins there. */
type Reader = (state: State, at: number) => number | undefined;

const target =
  /\( {0,3}(?:<([^<>\n]{0,2000})>|([^\s()<>]{0,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500}){0,5}))(?: {1,3}"[^"\n]{0,300}")? {0,3}\)/y;
const bareAddress = /https?:\/\/[^\s<>"«»\]*`\\]{1,2000}/iy;
const closedAddress = /<(https?:\/\/[^\s<>]{1,2000}|mailto:[^\s<>]{1,300})>/iy;
const backticks = /`+/y;
const words = /[^\\`*_![\]<\nhH]+|[\s\S]/y;

const readers: Record<string, Reader> = {
  '*': emphasis,
  _: emphasis,
  '`': code,
  '\\': escaped,
  '\n': lineBreak,
  '[': (state, at) => bracket(state, at, '['),
  '!': (state, at) => (state.text.charAt(at + 1) === '[' ? bracket(state, at, '![') : undefined),
  ']': closing,
  '<': angle,
  h: address,
  H: address,
};

/** @returns loose inline nodes, and images where they stand */
export function readInline(text: string): Loose[] {
  const state: State = { text, tokens: [], open: [], ticks: tickRuns(text) };
  for (let at = 0; at < text.length; ) at = readers[text.charAt(at)]?.(state, at) ?? plain(state, at);
  return nodesOf(state.tokens);
}

function plain(state: State, at: number): number {
  const found = matchAt(words, state.text, at)?.[0] ?? state.text.charAt(at);
  state.tokens.push({ text: found });
  return at + found.length;
}

function emphasis(state: State, at: number): number {
  const run = runAt(state.text, at);
  state.tokens.push({ text: state.text.slice(at, at + run.length), run });
  return at + run.length;
}

function escaped(state: State, at: number): number | undefined {
  const sign = state.text.charAt(at + 1);
  if (!/^[!-/:-@[-`{-~]$/.test(sign)) return undefined;
  state.tokens.push({ text: sign });
  return at + 2;
}

function lineBreak(state: State, at: number): number {
  state.tokens.push({ text: '\n', node: { type: 'hardBreak' } });
  return at + 1;
}

function tickRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const places = runs.get(run.length);
    if (places) places.push(index);
    else runs.set(run.length, [index]);
  }
  for (const places of runs.values()) places.reverse();
  return runs;
}

function code(state: State, at: number): number {
  const length = matchAt(backticks, state.text, at)?.[0].length ?? 1;
  const ends = state.ticks.get(length) ?? [];
  while ((ends.at(-1) ?? at + length) < at + length) ends.pop();
  const end = ends.at(-1);
  if (end === undefined) {
    state.tokens.push({ text: state.text.slice(at, at + length) });
    return at + length;
  }
  const text = withoutPadding(state.text.slice(at + length, end).replaceAll('\n', ' '));
  state.tokens.push({ text, node: { type: 'text', text, marks: [{ type: 'code' }] } });
  return end + length;
}

/** One blank at each end keeps a backtick of the code apart from its signs. */
function withoutPadding(raw: string): string {
  const isPadded = raw.startsWith(' ') && raw.endsWith(' ') && raw.trim() !== '';
  return isPadded ? raw.slice(1, -1) : raw;
}

function angle(state: State, at: number): number | undefined {
  const found = matchAt(closedAddress, state.text, at);
  if (!found?.[1]) return undefined;
  state.tokens.push({ text: found[1].replace(/^mailto:/i, ''), href: found[1] });
  return at + found[0].length;
}

function address(state: State, at: number): number | undefined {
  const found = /\w/.test(state.text.charAt(at - 1)) ? undefined : matchAt(bareAddress, state.text, at);
  if (!found) return undefined;
  state.tokens.push({ text: found[0] });
  return at + found[0].length;
}

function bracket(state: State, at: number, sign: '[' | '!['): number {
  state.open.push({ token: state.tokens.length, isImage: sign === '![' });
  state.tokens.push({ text: sign });
  return at + sign.length;
}

function closing(state: State, at: number): number | undefined {
  const begun = state.open.pop();
  const goal = begun && matchAt(target, state.text, at + 1);
  if (!goal) return undefined;
  const href = goal[1] ?? goal[2] ?? '';
  const inner = state.tokens.splice(begun.token).slice(1);
  const label = inner.map(({ text }) => text).join('');
  if (begun.isImage) {
    state.tokens.push(image(href, label));
  } else {
    const id = /^persona:(.*)$/.exec(href)?.[1];
    const linked = id === undefined ? inner.map((token) => ({ ...token, href })) : [mention(id, label)];
    for (const token of linked) state.tokens.push(token);
    state.open = [];
  }
  return at + 1 + goal[0].length;
}

function image(src: string, alt: string): Token {
  if (fileAddress(src) === undefined) return { text: alt, href: src };
  return { text: alt, node: { type: 'image', attrs: { src, alt } } };
}

function mention(id: string, label: string): Token {
  return { text: label, node: { type: 'mention', attrs: { id, label: label.replace(/^@/, '') } } };
}

/** Words of equal dress that follow each other are one text, so that a bare address in them is found whole. */
function nodesOf(tokens: readonly Token[]): Loose[] {
  const found: Loose[] = [];
  let line = '';
  let dress: Mark[] = [];
  let key = '';
  const close = () => {
    found.push(...dressed(line, dress));
    line = '';
  };
  for (const [index, { marks, literal }] of readEmphasis(tokens).entries()) {
    const { node, href, text = '' } = tokens[index] ?? {};
    const all =
      linkAddress(href) === undefined ? marks : [...marks, { type: 'link', attrs: { href: href ?? '' } }];
    const nextKey = all.map((mark) => mark.type).join() + (href ?? '');
    if (node || nextKey !== key) close();
    dress = all;
    key = nextKey;
    if (node) found.push({ ...node, ...(node.type === 'text' && { marks: [{ type: 'code' }, ...all] }) });
    else line += literal ?? text;
  }
  close();
  return found;
}

function dressed(line: string, marks: readonly Mark[]): Loose[] {
  const isLink = marks.some(({ type }) => type === 'link');
  if (line === '') return [];
  if (isLink) return [{ type: 'text', text: line, marks }];
  return linkText(line).map((node) => ({ ...node, marks: [...marks, ...(node.marks ?? [])] }));
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
