// Who may open what of order and of following along: splitting and merging, tags, an organisation's forum, feeds.
import { anyone, everyone, type RouteRow, secretariat } from './answers';

const page = (path: string) => `app/${path}/page.tsx`;
const at = (path: string) => () => path;
const feed = (path: string) => `app/api/feeds/[token]/${path}/route.ts`;

/** A feed asks its address who reads, never the cookie. */
const asRita = anyone;

export const orderRoutes: RouteRow[] = [
  {
    file: page('forum/[area]/[thread]'),
    path: ({ moves }) => `/forum/operatori/${moves.merged.number}-da-unire?m=2`,
    answers: { ...everyone('moved'), anonymous: 'sign-in', ada: 'refused' },
  },
  {
    file: page('forum/[area]/[thread]'),
    path: ({ moves }) => `/forum/operatori/${moves.split.number}-${moves.split.slug}?m=6`,
    answers: { ...everyone('moved'), anonymous: 'sign-in', ada: 'refused' },
  },
  {
    file: page('forum/[area]/[thread]/[post]/versioni'),
    path: ({ moves }) => `/forum/operatori/${moves.split.number}-/6/versioni`,
    answers: { ...everyone('moved'), anonymous: 'sign-in', ada: 'refused' },
  },
  {
    file: page('forum/[area]/[thread]/dividi'),
    path: ({ typical }) => `/forum/operatori/${typical.number}-/dividi`,
    answers: secretariat,
  },
  {
    file: page('forum/[area]/[thread]/unisci'),
    path: ({ typical }) => `/forum/operatori/${typical.number}-/unisci`,
    answers: secretariat,
  },
  { file: page('(office)/segreteria/etichette'), path: at('/segreteria/etichette'), answers: secretariat },
  {
    file: page('(office)/segreteria/ricerca'),
    path: at('/segreteria/ricerca'),
    answers: { ...secretariat, ada: 'open' },
  },
  {
    file: page('(office)/segreteria/ricerca'),
    path: at('/segreteria/ricerca?gruppo=boh'),
    answers: { ...secretariat, olga: 'absent', ada: 'absent' },
  },
  { file: page('forum/enti/[slug]'), path: at('/forum/enti/segrate'), answers: anyone },
  { file: page('forum/enti/[slug]'), path: at('/forum/enti/boh'), answers: everyone('absent') },
  {
    file: feed('area/[slug]'),
    path: ({ feedWord }) => `/api/feeds/${feedWord}/area/scelti`,
    answers: asRita,
  },
  { file: feed('area/[slug]'), path: at('/api/feeds/pubblico/area/novita'), answers: anyone },
  { file: feed('area/[slug]'), path: at('/api/feeds/pubblico/area/operatori'), answers: everyone('refused') },
  { file: feed('area/[slug]'), path: at('/api/feeds/boh/area/operatori'), answers: everyone('absent') },
  {
    file: feed('discussione/[number]'),
    path: ({ feedWord, typical }) => `/api/feeds/${feedWord}/discussione/${typical.number}`,
    answers: asRita,
  },
  {
    file: feed('discussione/[number]'),
    path: ({ feedWord, moves }) => `/api/feeds/${feedWord}/discussione/${moves.merged.number}`,
    answers: everyone('moved'),
  },
  { file: feed('seguite'), path: ({ feedWord }) => `/api/feeds/${feedWord}/seguite`, answers: asRita },
  { file: feed('seguite'), path: at('/api/feeds/pubblico/seguite'), answers: everyone('refused') },
];
