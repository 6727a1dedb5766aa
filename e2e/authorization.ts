// Who may open which address: every route in every role. A route without a row fails.
import { adhesionRoutes } from './adhesion-routes';
import {
  type Answer,
  anyone,
  chosen,
  communes,
  everyone,
  members,
  network,
  type Role,
  type RouteRow,
  roles,
  secretariat,
} from './answers';
import { orderRoutes } from './order-routes';
import { searchRoutes } from './search-routes';
import { seatRoutes } from './seat-routes';

/** Readers read, and write nowhere. */
const writers: Record<Role, Answer> = { ...network, elena: 'refused' };
const ofRita = (others: Answer): Record<Role, Answer> => ({
  ...everyone(others),
  anonymous: 'sign-in',
  rita: 'open',
});

/** A draft is its person's alone; whoever is signed out or writes nowhere is told so. */
const ownDraft: Record<Role, Answer> = { ...everyone('absent'), anonymous: 'refused', rita: 'open' };
const ofOwnPage = { 'sec-fetch-site': 'same-origin' };
const draftForm = () => {
  const form = new FormData();
  form.set('kind', 'thread');
  form.set('title', 'Da cambiare in prova');
  form.set('body', 'Parole di prova.');
  return form;
};

const oneClick = () => 'List-Unsubscribe=One-Click';
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };

const page = (path: string) => `app/${path}/page.tsx`;
const at = (path: string) => () => path;

export const routes: RouteRow[] = [
  ...adhesionRoutes,
  ...orderRoutes,
  ...searchRoutes,
  ...seatRoutes,
  { file: 'app/page.tsx', path: at('/'), answers: anyone },
  { file: page('forum'), path: at('/forum'), answers: anyone },
  { file: page('forum/[area]'), path: at('/forum/novita'), answers: anyone },
  { file: page('forum/[area]'), path: at('/forum/operatori'), answers: network },
  { file: page('forum/[area]'), path: at('/forum/comuni'), answers: communes },
  { file: page('forum/[area]'), path: at('/forum/scelti'), answers: chosen },
  { file: page('forum/[area]'), path: at('/forum/boh'), answers: everyone('absent') },
  {
    file: page('forum/[area]/[thread]'),
    path: ({ open }) => `/forum/novita/${open.number}-${open.slug}`,
    answers: anyone,
  },
  {
    file: page('forum/[area]/[thread]'),
    path: ({ typical }) => `/forum/operatori/${typical.number}-${typical.slug}`,
    answers: network,
  },
  {
    file: page('forum/[area]/[thread]'),
    path: ({ typical }) => `/forum/novita/${typical.number}`,
    answers: { ...everyone('moved'), anonymous: 'sign-in', ada: 'refused' },
  },
  { file: page('forum/[area]/nuova'), path: at('/forum/operatori/nuova'), answers: writers },
  {
    file: page('forum/[area]/nuova'),
    path: at('/forum/novita/nuova'),
    answers: { ...everyone('refused'), anonymous: 'sign-in', olga: 'open' },
  },
  {
    file: page('forum/[area]/[thread]/[post]/modifica'),
    path: ({ typical }) => `/forum/operatori/${typical.number}-/2/modifica`,
    answers: ofRita('refused'),
  },
  {
    file: page('forum/[area]/[thread]/[post]/versioni'),
    path: ({ typical }) => `/forum/operatori/${typical.number}-/1/versioni`,
    answers: network,
  },
  {
    file: page('(members)/bozze/[id]'),
    path: ({ draft }) => `/bozze/${draft}`,
    answers: ofRita('absent'),
  },
  {
    file: page('(members)/bozze/[id]/file'),
    path: ({ draft }) => `/bozze/${draft}/file`,
    answers: ofRita('absent'),
  },
  {
    file: 'app/api/drafts/[id]/route.ts',
    method: 'PUT',
    path: ({ spare }) => `/api/drafts/${spare.draft}`,
    body: draftForm,
    headers: ofOwnPage,
    answers: { ...ownDraft, elena: 'refused', ada: 'refused' },
  },
  {
    file: 'app/api/drafts/[id]/route.ts',
    method: 'PUT',
    path: ({ spare }) => `/api/drafts/${spare.draft}`,
    body: draftForm,
    headers: { 'sec-fetch-site': 'cross-site' },
    answers: everyone('refused'),
  },
  {
    file: 'app/api/files/drafts/[draft]/route.ts',
    method: 'POST',
    path: ({ spare }) => `/api/files/drafts/${spare.draft}`,
    body: () => '%PDF-1.4 prova',
    headers: { ...ofOwnPage, 'content-type': 'application/octet-stream', 'x-file-name': 'prova.pdf' },
    answers: ownDraft,
  },
  {
    file: 'app/api/files/drafts/[draft]/route.ts',
    method: 'DELETE',
    path: ({ spare }, role) => `/api/files/drafts/${spare.draft}?file=${spare.files[roles.indexOf(role)]}`,
    headers: ofOwnPage,
    answers: ownDraft,
  },
  {
    file: 'app/api/forum/destinatari/route.ts',
    path: at('/api/forum/destinatari?area=operatori'),
    answers: anyone,
  },
  {
    file: 'app/api/forum/simili/route.ts',
    path: at('/api/forum/simili?titolo=alloggio'),
    answers: anyone,
  },
  {
    file: 'app/api/forum/persone/route.ts',
    path: at('/api/forum/persone?area=operatori&q=ri'),
    answers: { ...anyone, anonymous: 'refused' },
  },
  {
    file: 'app/api/forum/[number]/eventi/route.ts',
    path: at('/api/forum/999999/eventi'),
    answers: everyone('absent'),
  },
  {
    file: 'app/api/forum/[number]/eventi/route.ts',
    path: ({ typical }) => `/api/forum/${typical.number}/eventi`,
    answers: { ...network, anonymous: 'refused' },
  },
  {
    file: page('(office)/segreteria/segnalazioni'),
    path: at('/segreteria/segnalazioni'),
    answers: secretariat,
  },
  {
    file: 'app/(office)/segreteria/segnalazioni/registro/route.ts',
    path: at('/segreteria/segnalazioni/registro'),
    answers: secretariat,
  },
  {
    file: page('forum/mid/[id]'),
    path: at('/forum/mid/100%25%40boh.example'),
    answers: { ...everyone('absent'), anonymous: 'sign-in' },
  },
  {
    file: page('forum/mid/[id]'),
    path: ({ typical }) => `/forum/mid/${encodeURIComponent(typical.messageId)}`,
    answers: { ...everyone('moved'), anonymous: 'sign-in', ada: 'refused' },
  },
  {
    file: 'app/api/archive/[...path]/route.ts',
    path: at('/pipermail/boh/1.html'),
    answers: everyone('moved'),
  },
  {
    file: 'app/api/files/[id]/route.ts',
    path: ({ file }) => `/api/files/${file}`,
    answers: network,
  },
  {
    file: 'app/api/mail/inbound/route.ts',
    method: 'POST',
    path: at('/api/mail/inbound'),
    body: () => '{}',
    answers: everyone('refused'),
  },
  { file: 'app/api/health/route.ts', path: at('/api/health'), answers: anyone },
  { file: 'app/api/auth/[...nextauth]/route.ts', path: at('/api/auth/signin'), answers: everyone('closed') },
  {
    file: 'app/api/auth/[...nextauth]/route.ts',
    method: 'POST',
    path: at('/api/auth/signin'),
    answers: everyone('closed'),
  },
  { file: page('(members)/profilo/ricerche'), path: at('/profilo/ricerche'), answers: members },
  { file: page('(public)/enti'), path: at('/enti'), answers: anyone },
  { file: page('(public)/enti/[slug]'), path: at('/enti/segrate'), answers: anyone },
  {
    file: page('(public)/accesso'),
    path: at('/accesso'),
    answers: { ...everyone('moved'), anonymous: 'open' },
  },
  { file: page('(public)/accesso/inviato'), path: at('/accesso/inviato'), answers: anyone },
  { file: page('(public)/accesso/conferma'), path: at('/accesso/conferma'), answers: anyone },
  { file: page('(public)/privacy'), path: at('/privacy'), answers: anyone },
  { file: page('(public)/note-legali'), path: at('/note-legali'), answers: anyone },
  { file: page('(public)/accessibilita'), path: at('/accessibilita'), answers: anyone },
  { file: page('(members)/profilo'), path: at('/profilo'), answers: members },
  { file: page('(members)/profilo/posta'), path: at('/profilo/posta'), answers: members },
  { file: page('(office)/segreteria/posta'), path: at('/segreteria/posta'), answers: secretariat },
  {
    file: page('(office)/segreteria/posta/[id]'),
    path: ({ post }) => `/segreteria/posta/${post.held}`,
    answers: secretariat,
  },
  {
    file: 'app/(office)/segreteria/posta/[id]/originale/route.ts',
    path: ({ post }) => `/segreteria/posta/${post.held}/originale`,
    answers: secretariat,
  },
  {
    file: page('(office)/segreteria/posta/lavori'),
    path: at('/segreteria/posta/lavori'),
    answers: secretariat,
  },
  {
    file: page('(office)/segreteria/posta/indirizzi'),
    path: at('/segreteria/posta/indirizzi'),
    answers: secretariat,
  },
  {
    file: page('(office)/posta/trattenute/[token]'),
    path: ({ post }) => `/posta/trattenute/${post.heldLink}`,
    answers: secretariat,
  },
  { file: page('(public)/posta/[token]'), path: ({ post }) => `/posta/${post.copyLink}`, answers: anyone },
  {
    file: page('(public)/posta/[token]'),
    path: at(`/posta/${'a'.repeat(42)}`),
    answers: everyone('absent'),
  },
  // A mail program is nobody, and comes from no page of ours.
  {
    file: 'app/api/mail/unsubscribe/[token]/route.ts',
    method: 'POST',
    path: ({ post }) => `/posta/${post.clickedLink}`,
    body: oneClick,
    headers: urlencoded,
    answers: anyone,
  },
  {
    file: 'app/api/mail/unsubscribe/[token]/route.ts',
    method: 'POST',
    path: at(`/posta/${'a'.repeat(42)}`),
    body: oneClick,
    headers: urlencoded,
    answers: everyone('absent'),
  },
  { file: page('(public)/errore'), path: at('/errore'), answers: anyone },
  { file: page('dev/guasto'), path: at('/dev/guasto'), answers: everyone('failed') },
  { file: page('dev/mattoni'), path: at('/dev/mattoni'), answers: anyone },
  { file: page('dev/posta'), path: at('/dev/posta'), answers: anyone },
  { file: page('dev/posta/[id]'), path: ({ caughtMail }) => `/dev/posta/${caughtMail}`, answers: anyone },
  {
    file: 'app/dev/posta/[id]/html/route.ts',
    path: ({ caughtMail }) => `/dev/posta/${caughtMail}/html`,
    answers: anyone,
  },
];
