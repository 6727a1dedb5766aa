import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { hold, takeHeld } from './held';
import { HeldHtml } from './held-html';
import { WrittenOnce } from './written';

test('what is held is found under its id, as often as it is asked for', () => {
  const [one, other] = [hold('uno'), hold('due')];
  expect([takeHeld(one), takeHeld(other), takeHeld(one), takeHeld('parte-boh')]).toEqual([
    'uno',
    'due',
    'uno',
    '',
  ]);
});

test('the memory is bounded', () => {
  const first = hold('primo');
  for (let count = 0; count < 500; count++) hold('altro');
  expect(takeHeld(first)).toBe('');
});

test('the server writes what was held, and what a script asked for goes along with its answer', () => {
  expect(renderToStaticMarkup(<HeldHtml id={hold('<p>Sì</p>')} />)).toMatch(
    /^<div id="parte-\w+"><p>Sì<\/p><\/div>$/,
  );
  const part = WrittenOnce({ whole: false, children: <p>Sì</p> });
  expect(part.props.html).toBe('<p>Sì</p>');
  const page = WrittenOnce({ whole: true, children: <p>Sì</p> });
  expect(page.props.html).toBeUndefined();
  expect(renderToStaticMarkup(page)).toContain('<p>Sì</p>');
});
