import { DomUtils, parseDocument } from 'htmlparser2';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Badge } from './badge';
import { LinkButton, PostButton } from './button';
import { Details } from './details';
import { Entry } from './entry';
import { StoredHtml } from './layout';
import { writeHtml } from './write-html';

/** As a parser understands it: in which order attributes stand says nothing. */
function understood(html: string): unknown {
  return parseDocument(html).children.map(plainly);
}

type Node = ReturnType<typeof parseDocument>['children'][number];

function plainly(node: Node): unknown {
  if (DomUtils.isText(node)) return node.data;
  if (!DomUtils.isTag(node)) return node.type;
  return [node.name, Object.fromEntries(Object.entries(node.attribs).sort()), node.children.map(plainly)];
}

const hostile = `"><script>alert('1')</script>&amp;`;

describe('the same HTML as React writes', () => {
  test.each([
    ['nothing', [null, undefined, false, true, '']],
    ['a text with every sign', hostile],
    ['numbers', [0, 12, ' ']],
    ['an attribute with every sign', <p key="a" title={hostile} className={hostile} />],
    [
      'attributes that stand',
      <details key="a" open className="a b">
        <summary hidden={false}>{hostile}</summary>
      </details>,
    ],
    [
      'attributes that are said',
      <p key="a" aria-hidden aria-busy={false} data-quotable="" tabIndex={-1} id="p" />,
    ],
    [
      'attributes that are said as true or false',
      <p key="a" spellCheck={false} draggable>
        x
      </p>,
    ],
    ['an attribute that says nothing', <select key="a" defaultValue={undefined} name="s" />],
    ['an address with the word', createElement('a', { key: 'a', href: 'https://a.example/?q=javascript:x' })],
    [
      'a drawing',
      <svg key="a" aria-hidden="true" focusable="false">
        <use href="/icons.svg#x" />
      </svg>,
    ],
    [
      'a label',
      <label key="a" htmlFor="q">
        x<input type="checkbox" id="q" defaultChecked disabled={false} />
      </label>,
    ],
    ['a text area', <textarea key="a" rows={3} defaultValue={`\n<b>${hostile}`} />],
    [
      'a moment',
      <time key="a" dateTime="2026-01-01">
        ieri
      </time>,
    ],
    ['raw HTML', <StoredHtml key="a" html="<p>Già <strong>pulito</strong></p>" />],
    [
      'a list',
      <ul key="a">
        {['a', 'b'].map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>,
    ],
    [
      'a form of an address',
      <PostButton key="a" action="/x" fields={{ a: hostile }}>
        Va
      </PostButton>,
    ],
    [
      'bricks',
      <Entry
        key="a"
        id="m1"
        author="Rita"
        line={
          <Badge kind="good" icon="check">
            x
          </Badge>
        }
        foot={<Details summary="y">z</Details>}
      >
        <LinkButton href="/x" download kind="quiet" small data-quote={hostile}>
          w
        </LinkButton>
      </Entry>,
    ],
  ])('%s', (_, node) => {
    expect(understood(writeHtml(node))).toEqual(understood(renderToStaticMarkup(node)));
  });
});

test('a server action becomes a form that any browser sends', () => {
  const action = Object.assign(async () => {}, { $$id: 'abc', $$bound: null });
  const html = writeHtml(<PostButton action={action}>Grazie</PostButton>);
  const attributes = { action: '', class: 'rc-inline-form', enctype: 'multipart/form-data', method: 'POST' };
  const reference = ['input', { name: '$ACTION_ID_abc', type: 'hidden' }, []];
  const button = ['button', { class: 'btn btn-primary', type: 'submit' }, ['Grazie']];
  expect(understood(html)).toEqual([['form', attributes, [reference, button]]]);
});

const client = Object.assign(() => null, { $$typeof: Symbol.for('react.client.reference') });
const Client = client as () => null;

test.each([
  ['a client component', <Client key="a" />],
  ['a component that waits', Promise.resolve('x')],
  ['an event handler', <button key="a" type="button" onClick={() => {}} />],
  ['a style', <p key="a" style={{ color: 'red' }} />],
  [
    'an action that holds values',
    <form key="a" action={Object.assign(async () => {}, { $$id: 'a', $$bound: [1] })} />,
  ],
  [
    'a select that has chosen',
    <select key="a" defaultValue="b">
      <option value="b" />
    </select>,
  ],
  ['an attribute of drawings', <path key="a" strokeWidth={2} />],
  ['another', <path key="a" clipRule="evenodd" />],
  ['an attribute spelled with a line', <meta key="a" httpEquiv="refresh" />],
  ...['javascript:alert(1)', ' \u0001JavaScript:alert(1)', 'java\nscript:alert(1)', 'javascript\t:x'].flatMap(
    (address): [string, ReactNode][] => [
      [`a link to ${JSON.stringify(address)}`, createElement('a', { href: address })],
      [`a form of ${JSON.stringify(address)}`, createElement('form', { action: address })],
      [
        `a button of ${JSON.stringify(address)}`,
        createElement('button', { type: 'submit', formAction: address }),
      ],
    ],
  ),
  ['a function that is no action', <form key="a" action={async () => {}} />],
])('%s is refused', (_, node) => {
  expect(() => writeHtml(node)).toThrow();
});
