import { expect, test } from 'vitest';
import { classifyMail } from './classify-mail';

type Case = [
  name: string,
  headers: Record<string, string | string[]>,
  kind: string,
  reason: string | null,
  parts?: { mediaType: string; method: string | null }[],
];

const part = (mediaType: string, method: string | null = null) => [{ mediaType, method }];

const cases: Case[] = [
  ['a person', { precedence: 'list' }, 'ordinary', null],
  ['E20 auto-replied', { 'auto-submitted': 'auto-replied (vacation)' }, 'automatic', 'auto-submitted'],
  ['E20 auto-generated', { 'auto-submitted': 'auto-generated' }, 'automatic', 'auto-submitted'],
  ['E20 no', { 'auto-submitted': 'no' }, 'ordinary', null],
  ['E21 suppression alone', { 'x-auto-response-suppress': 'All' }, 'ordinary', null],
  ['E22 subject alone', { subject: 'Risposta automatica: Riunione' }, 'held', 'automatic-subject'],
  ['E22 out of office', { subject: 'Fuori sede' }, 'held', 'automatic-subject'],
  ['E22 words inside', { subject: 'Sportello fuori sede: orari' }, 'ordinary', null],
  ['E22 a person asks', { subject: 'Fuori sede a luglio, chi copre?' }, 'ordinary', null],
  [
    'subject and bulk',
    { subject: 'Fuori ufficio: x', precedence: ['bulk', 'list'] },
    'automatic',
    'precedence',
  ],
  ['bulk alone, as old lists write', { precedence: 'bulk' }, 'ordinary', null],
  ['junk beside list', { precedence: ['junk', 'list'] }, 'automatic', 'precedence'],
  ['X-Autoreply', { 'x-autoreply': 'yes' }, 'automatic', 'auto-reply-header'],
  ['X-Autorespond', { 'x-autorespond': 'x' }, 'automatic', 'auto-reply-header'],
  [
    'E23 delivery report',
    { 'content-type': 'multipart/report; report-type=delivery-status', 'auto-submitted': 'auto-replied' },
    'bounce',
    'delivery-report',
  ],
  ['E23 by its part', {}, 'bounce', 'delivery-report', part('message/delivery-status')],
  ['E23 read receipt', {}, 'automatic', 'read-receipt', part('message/disposition-notification')],
  [
    'E23 feedback report',
    { 'content-type': 'multipart/report; report-type=feedback-report' },
    'automatic',
    'report',
  ],
  ['E23 a complaint', {}, 'bounce', 'complaint', part('message/feedback-report')],
  ['E24 an invitation answered', {}, 'automatic', 'calendar-answer', part('text/calendar', 'REPLY')],
  ['E24 an invitation', {}, 'ordinary', null, part('text/calendar', 'REQUEST')],
  ['a daemon', { from: 'Mail <MAILER-DAEMON@x.example>', 'return-path': '<>' }, 'bounce', 'mailer-daemon'],
  ['a postmaster who writes', { from: 'postmaster@x.example', subject: 'Manutenzione' }, 'ordinary', null],
  ['E94 receipt', { 'x-ricevuta': 'accettazione' }, 'automatic', 'pec-receipt'],
  ['E94 not delivered', { 'x-ricevuta': 'errore-consegna' }, 'bounce', 'pec-delivery-error'],
  ['E94 anomaly', { 'x-trasporto': 'errore' }, 'automatic', 'pec-error'],
  ['certified mail', { 'x-trasporto': 'posta-certificata' }, 'ordinary', null],
];

test.each(cases)('%s', (_, given, kind, reason, parts = []) => {
  const headers = new Map(Object.entries(given).map(([name, value]) => [name, [value].flat()]));
  expect(classifyMail({ headers, parts, subject: String(given.subject ?? '') })).toEqual({ kind, reason });
});
