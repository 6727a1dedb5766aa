// What is only read becomes one string: React then keeps no account of its parts, neither here nor in the browser.
import { Fragment, isValidElement, type ReactNode } from 'react';
import { Kept, type KeptProps, writeKept } from './kept';

type Props = Record<string, unknown>;

/** What React calls otherwise than HTML does; a name in small letters is the same. */
const named: Record<string, string> = {
  className: 'class',
  htmlFor: 'for',
  defaultValue: 'value',
  defaultChecked: 'checked',
  viewBox: 'viewBox',
  ...Object.fromEntries(
    [
      ...['allowFullScreen', 'autoComplete', 'autoFocus', 'colSpan', 'crossOrigin', 'dateTime', 'encType'],
      ...['enterKeyHint', 'formAction', 'formMethod', 'formNoValidate', 'hrefLang', 'inputMode', 'maxLength'],
      ...[
        'minLength',
        'noValidate',
        'readOnly',
        'referrerPolicy',
        'rowSpan',
        'spellCheck',
        'srcSet',
        'tabIndex',
      ],
    ].map((name) => [name, name.toLowerCase()]),
  ),
};
/** Where a browser would run what begins with `javascript:`. */
const leading = new Set(['href', 'src', 'action', 'formAction']);
/** Said as true or false, where others would only stand or not. */
const said = new Set(['focusable', 'spellCheck', 'draggable']);
const standing = new Set([
  ...['allowfullscreen', 'async', 'autofocus', 'checked', 'default', 'disabled', 'formnovalidate', 'hidden'],
  ...['inert', 'multiple', 'novalidate', 'open', 'readonly', 'required', 'reversed', 'selected'],
]);
const empty = new Set(['br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
const silent = new Set(['children', 'key', 'ref', 'dangerouslySetInnerHTML', 'suppressHydrationWarning']);
const signs: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

/**
 * The same HTML as React writes, at a tenth of its cost. For server components without state: components are called as
 * functions, so that hooks which only read (the words of `useTranslations`) work.
 * @throws Error for what needs a browser or time (client components, event handlers, promises), for attributes it does
 *   not know how to spell, and for addresses that are scripts
 */
export function writeHtml(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'string') return escapeHtml(node);
  if (typeof node === 'number' || typeof node === 'bigint') return String(node);
  if (Array.isArray(node)) return node.map(writeHtml).join('');
  if (!isValidElement<Props>(node)) throw new Error('This cannot be written as a string.');
  const { type, props } = node;
  if (type === Fragment) return writeHtml(props.children as ReactNode);
  if (typeof type === 'string') return writeElement(type, props);
  if (type === Kept) return writeKept(props as KeptProps, writeHtml);
  if (typeof type !== 'function' || '$$typeof' in type)
    throw new Error('Only server components can be written.');
  return writeHtml((type as (props: Props) => ReactNode)(props));
}

function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign) : text;
}

function writeElement(tag: string, props: Props): string {
  if (tag === 'form' && typeof props.action === 'function') return writeForm(props);
  const open = `<${tag}${writeAttributes(tag, props)}>`;
  return empty.has(tag) ? open : `${open}${insideOf(tag, props)}</${tag}>`;
}

function insideOf(tag: string, { children, dangerouslySetInnerHTML: raw, defaultValue }: Props): string {
  if (raw) return (raw as { __html: string }).__html;
  const inside = writeHtml((tag === 'textarea' ? defaultValue : children) as ReactNode);
  // A parser drops the line break that such an element begins with.
  return (tag === 'textarea' || tag === 'pre') && inside.startsWith('\n') ? `\n${inside}` : inside;
}

/** As React writes the form of a server action for a browser without script; sending it is a navigation of its own. */
function writeForm({ action, children, ...rest }: Props): string {
  const id = (action as { $$id?: string; $$bound?: unknown }).$$id;
  if (!id || (action as { $$bound?: unknown }).$$bound)
    throw new Error('Only a plain server action can be written.');
  const attributes = writeAttributes('form', {
    ...rest,
    action: '',
    encType: 'multipart/form-data',
    method: 'POST',
  });
  const reference = `<input type="hidden" name="$ACTION_ID_${escapeHtml(id)}">`;
  return `<form${attributes}>${reference}${writeHtml(children as ReactNode)}</form>`;
}

function writeAttributes(tag: string, props: Props): string {
  if (tag === 'select' && (props.defaultValue ?? props.value) !== undefined)
    throw new Error('Which choice of a select is taken cannot be written.');
  let text = '';
  for (const name in props) {
    if (silent.has(name) || (tag === 'textarea' && name === 'defaultValue')) continue;
    text += writeAttribute(name, props[name]);
  }
  return text;
}

function writeAttribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'function' || typeof value === 'object') throw new Error(`${name} cannot be written.`);
  const spelled = spell(name);
  if (standing.has(spelled)) return value ? ` ${spelled}=""` : '';
  if (leading.has(name) && isScript(String(value))) throw new Error(`${name} is a script.`);
  if (typeof value !== 'boolean') return ` ${spelled}="${escapeHtml(String(value))}"`;
  const isSaid = name.startsWith('aria-') || name.startsWith('data-') || said.has(name);
  return isSaid || (value && name === 'download') ? ` ${spelled}="${isSaid ? value : ''}"` : '';
}

function spell(name: string): string {
  const spelled = named[name];
  if (spelled === undefined && /[A-Z]/.test(name)) throw new Error(`${name} cannot be spelled.`);
  return spelled ?? name;
}

/** Browsers read over white space and control characters, before an address and within. */
function isScript(address: string): boolean {
  if (address.startsWith('/') || address.startsWith('#')) return false;
  return /^[^\w/?#:.]*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:/i.test(address);
}
