// Who may open what of adhesions: the public way in by link, the secretariat's lists, files of acts, seats.
import { anyone, everyone, members, type RouteRow, secretariat } from './answers';

const page = (path: string) => `app/${path}/page.tsx`;
const at = (path: string) => () => path;
const ofSegrate = { ...secretariat, rita: 'open' as const };

export const adhesionRoutes: RouteRow[] = [
  { file: page('(public)/adesione'), path: at('/adesione'), answers: anyone },
  { file: page('(public)/adesione/domanda'), path: at('/adesione/domanda'), answers: anyone },
  { file: page('(public)/adesione/interesse'), path: at('/adesione/interesse'), answers: anyone },
  { file: page('(public)/adesione/inviato'), path: at('/adesione/inviato'), answers: anyone },
  { file: page('(public)/adesione/conferma'), path: at('/adesione/conferma'), answers: anyone },
  {
    file: page('(public)/adesione/domanda/[word]'),
    path: ({ adhesion }) => `/adesione/domanda/${adhesion.begun}`,
    answers: anyone,
  },
  {
    file: page('(public)/adesione/domanda/[word]'),
    path: at('/adesione/domanda/boh'),
    answers: everyone('absent'),
  },
  {
    file: 'app/(public)/adesione/domanda/[word]/carte/[paper]/route.ts',
    path: ({ adhesion }) => `/adesione/domanda/${adhesion.begun}/carte/delibera.docx`,
    answers: anyone,
  },
  {
    file: 'app/(public)/adesione/domanda/[word]/carte/[paper]/route.ts',
    path: at('/adesione/domanda/boh/carte/delibera.docx'),
    answers: everyone('absent'),
  },
  {
    file: 'app/api/adesioni/atti/[id]/route.ts',
    path: ({ adhesion }) => `/api/adesioni/atti/${adhesion.file}`,
    answers: secretariat,
  },
  {
    file: 'app/api/adesioni/atti/[id]/route.ts',
    path: ({ adhesion }) => `/api/adesioni/atti/${adhesion.file}?domanda=${adhesion.filed}`,
    answers: anyone,
  },
  {
    file: 'app/api/adesioni/atti/[id]/route.ts',
    path: ({ adhesion }) => `/api/adesioni/atti/${adhesion.file}?domanda=${adhesion.begun}`,
    answers: secretariat,
  },
  {
    file: 'app/api/adesioni/atto/route.ts',
    method: 'POST',
    path: at('/api/adesioni/atto?domanda=boh'),
    body: () => '',
    headers: { 'sec-fetch-site': 'same-origin' },
    answers: everyone('moved'),
  },
  { file: page('(public)/enti/[slug]/recesso'), path: at('/enti/segrate/recesso'), answers: ofSegrate },
  {
    file: page('(public)/accesso/codice'),
    path: at('/accesso/codice'),
    answers: everyone('moved'),
  },
  { file: page('(members)/profilo/secondo-fattore'), path: at('/profilo/secondo-fattore'), answers: members },
  {
    file: page('(office)/segreteria/sicurezza'),
    path: at('/segreteria/sicurezza'),
    answers: { ...secretariat, ada: 'open' },
  },
  { file: page('(office)/segreteria/adesioni'), path: at('/segreteria/adesioni'), answers: secretariat },
  {
    file: page('(office)/segreteria/adesioni/[slug]'),
    path: at('/segreteria/adesioni/montefiore-di-prova'),
    answers: secretariat,
  },
  { file: page('(office)/segreteria/registro'), path: at('/segreteria/registro'), answers: secretariat },
  {
    file: 'app/(office)/segreteria/registro/csv/route.ts',
    path: at('/segreteria/registro/csv'),
    answers: secretariat,
  },
  {
    file: 'app/(office)/segreteria/registro/pdf/route.ts',
    path: at('/segreteria/registro/pdf'),
    answers: secretariat,
  },
  {
    file: page('(public)/enti/[slug]'),
    path: at('/enti/montefiore-di-prova'),
    answers: { ...everyone('absent'), olga: 'open' },
  },
];
