import { expect, test } from 'vitest';
import { trimHtml } from './trim-html';
import { trimReply } from './trim-reply';

const megabyte = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length));

test.each([
  ['quoted lines', megabyte('> a\n')],
  ['signs of quoting', megabyte('>>> ')],
  ['quotes and answers', megabyte('> a\nb\n')],
  ['quoted attributions', megabyte('> Il 3 marzo alle 10:15 ha scritto\n')],
  ['attributions', megabyte('Il 3 mar 2025 10:15 M ha scritto:\n')],
  ['beginnings of attributions', megabyte('Il giorno 3 ')],
  ['weak attributions', megabyte('Mario Rossi ha scritto:\n> a\n\n')],
  ['words that end an attribution', megabyte('ha scritto: 3 ha scritto: 3\n')],
  ['header fields', megabyte('Da: a@b.example\n')],
  ['one line', megabyte('a')],
  ['one line of words', megabyte('parola ')],
  ['one line of addresses', megabyte('a@')],
  ['one line of strokes', megabyte('-')],
  ['strokes', megabyte('----\n')],
  ['strokes that never end', megabyte(`${'-'.repeat(390)}x\n`)],
  ['dotted strokes', megabyte(`${'- '.repeat(199)}x\n`)],
  ['signature marks', megabyte('--\n')],
  ['blanks inside lines', megabyte(`x${' '.repeat(397)}y\n`)],
  ['blanks before colons', megabyte(`x${' '.repeat(199)}:\n`)],
  ['device lines', megabyte('Inviato da iPhone\n')],
  ['disclaimers', megabyte('Questo messaggio è riservato al destinatario per errore.\n')],
  ['initials', megabyte('AB> x\nCD> y\n')],
  ['enclosed quotes', megabyte('>>> Anna Bo >>>\n')],
  ['rulers and empty lines', megabyte('________\n\n\n')],
])('E46 a megabyte of %s ends, and nothing of it is lost', (_, text) => {
  const { text: own, quoted } = trimReply(text);
  expect(own.length + quoted.length).toBeGreaterThan(text.length * 0.75);
});

test.each([
  ['blanks before a colon', `${' '.repeat(1_000_000)}:`, ':'],
  ['empty lines before a word', `${'\n'.repeat(1_000_000)}Sì.`, 'Sì.'],
])('E46 a megabyte of %s', (_, text, own) => {
  expect(trimReply(text).text).toBe(own);
});

test.each([
  ['100,000 elements in one another', `${'<div>'.repeat(100_000)}Sì.`],
  ['100,000 quotes in one another', `${'<blockquote>'.repeat(100_000)}Sì.`],
  ['100,000 lists in one another', `${'<ul><li>'.repeat(100_000)}Sì.`],
  ['cells that never end', `Sì.<table>${megabyte('<tr><td>')}`],
  ['paragraphs that never end', `Sì.${megabyte('<p>')}`],
  ['line breaks', `Sì.${megabyte('<br>')}`],
  ['opening brackets', `Sì.${megabyte('<')}`],
  ['ampersands', `Sì.${megabyte('&')}`],
  ['comments that never end', `Sì.${megabyte('<!--')}`],
  ['attributes', `Sì.<div ${megabyte('a=b ')}>`],
  ['classes', `Sì.<div class="${megabyte('a ')}">`],
  ['style', `Sì.<style>${megabyte('p{color:red}')}</style>`],
  ['cuts', `Sì.${megabyte('<div id="appendonsend"></div>')}`],
  ['attributions', `Sì.${megabyte('<div class="gmail_attr">x</div>')}`],
  ['signatures', `Sì.${megabyte('<div class="gmail_signature">x</div>')}`],
  ['marks of our own', `Sì.${megabyte('&#xe000;')}`],
])('E46 E47 HTML of %s ends', (_, html) => {
  const { text, quoted } = trimHtml(html);
  expect(`${text}\n${quoted}`).toContain('Sì.');
});
