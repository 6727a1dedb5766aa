import { describe, expect, test } from 'vitest';
import { locales } from '@/db/words';
import { languages, publicRequest } from './public-request.mjs';

const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  publicRequest({ method, url, headers });

describe('pages everybody sees the same', () => {
  test.each([
    '/',
    '/forum',
    '/forum/novita',
    '/forum/novita?pagina=2&filtro=risolte&etichetta=alloggio',
    '/forum/novita/12-quanto-vale?m=3',
    '/enti',
    '/enti/segrate',
    '/privacy',
    '/note-legali',
    '/accessibilita',
  ])('%s may be kept', (url) => {
    expect(ask(url)).toEqual({ path: url, language: 'it', key: `it ${url}` });
    expect(ask(url, {}, 'HEAD')?.key).toBe(`it ${url}`);
  });

  test.each([
    '/accesso',
    '/accesso/conferma?token=x',
    '/posta/abcdef',
    '/cerca?q=permesso',
    '/bozze/1',
    '/profilo',
    '/segreteria/posta',
    '/forum/novita/nuova',
    '/forum/novita/12-quanto-vale/3/modifica',
    '/forum/mid/x@liste.example',
    '/api/forum/12/eventi',
    '/errore?codice=1',
    '/dev/posta',
    '/_next/static/a.js',
    '/forum/novita?avviso=invalid',
    '/forum/novita/12-x?m=3&cita=3',
    '/forum/novita/12-x?inviato=1',
    '/?_rsc=1',
    '//forum',
    '/FORUM',
    `/forum/${'x'.repeat(600)}`,
  ])('%s is for Next', (url) => {
    expect(ask(url)).toBeUndefined();
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is for Next', (method) => {
    expect(ask('/forum', {}, method)).toBeUndefined();
  });
});

describe('requests of somebody in particular are for Next', () => {
  test.each<Record<string, string>>([
    { cookie: 'authjs.session-token=x' },
    { cookie: 'lingua=en; authjs.session-token=x' },
    { cookie: 'lingua=en;authjs.session-token=' },
    { cookie: '__Secure-authjs.session-token=x' },
    { cookie: '__Host-authjs.session-token=x' },
    { cookie: 'a=b; __Secure-authjs.session-token.0=x' },
    { cookie: 'AUTHJS.SESSION-TOKEN=x' },
    { authorization: 'Basic x' },
    { rsc: '1' },
    { 'next-action': 'x' },
    { 'next-router-prefetch': '1' },
    { 'next-router-state-tree': 'x' },
    { range: 'bytes=0-1' },
  ])('%j', (headers) => {
    expect(ask('/forum', headers)).toBeUndefined();
  });
});

test('every language has its own pages, and so has every query', () => {
  expect(languages).toEqual(locales);
  const keys = [
    ask('/forum'),
    ask('/forum', { 'accept-language': 'en-GB,en;q=0.9' }),
    ask('/forum', { cookie: 'lingua=en' }),
    ask('/forum', { cookie: 'altro=1; lingua=xx', 'accept-language': 'en' }),
    ask('/forum', { cookie: 'lingua=it', 'accept-language': 'en' }),
    ask('/forum?pagina=2'),
  ].map((asked) => asked?.key);
  expect(keys).toEqual([
    'it /forum',
    'en /forum',
    'en /forum',
    'en /forum',
    'it /forum',
    'it /forum?pagina=2',
  ]);
});
