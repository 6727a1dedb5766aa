import { expect, test } from 'vitest';
import { documentToHtml } from './document-to-html';
import { documentToText } from './document-to-text';

const text = (words: string, ...marks: { type: string }[]) => ({ type: 'text', text: words, marks });
const item = (words: string) => ({
  type: 'listItem',
  content: [{ type: 'paragraph', content: [text(words)] }],
});
const link = (href: unknown) => ({ type: 'link', attrs: { href, onclick: 'x' } });

const document = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [text('Titolo')] },
    { type: 'heading', attrs: { level: 1 }, content: [text('Altro')] },
    {
      type: 'paragraph',
      content: [
        text('a', { type: 'bold' }, { type: 'italic' }),
        text('b', { type: 'code' }),
        { type: 'hardBreak' },
      ],
    },
    { type: 'orderedList', attrs: { start: 3 }, content: [item('c'), item('d')] },
    { type: 'bulletList', content: [item('e')] },
    { type: 'iframe', attrs: { src: 'https://x.example' }, content: [text('f')] },
    {
      type: 'paragraph',
      content: [
        text('g', link('javascript:alert(1)')),
        text('h', link('https://x.example/"')),
        text('i', link(7)),
      ],
    },
  ],
};

test('only what the tables hold comes out', () => {
  expect(documentToHtml(document)).toBe(
    '<h2>Titolo</h2><h3>Altro</h3><p><em><strong>a</strong></em><code>b</code><br></p>' +
      '<ol start="3"><li><p>c</p></li><li><p>d</p></li></ol><ul><li><p>e</p></li></ul>f' +
      '<p>g<a href="https://x.example/&quot;" rel="noopener nofollow">h</a>i</p>',
  );
});

test('the words alone', () => {
  expect(documentToText(document)).toBe('Titolo\n\nAltro\n\nab\n\n\n3. c\n4. d\n\n- e\n\nf\n\nghi');
});
