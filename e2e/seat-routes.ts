// Who may open what of seats and contacts.
import { anyone, everyone, members, type RouteRow, secretariat } from './answers';

const page = (path: string) => `app/${path}/page.tsx`;
const contact = (path: string) => `app/(public)/enti/[slug]/${path}/route.ts`;
const at = (path: string) => () => path;

export const seatRoutes: RouteRow[] = [
  {
    file: page('(members)/enti/[slug]/incarichi'),
    path: at('/enti/segrate/incarichi'),
    answers: { ...secretariat, rita: 'open' },
  },
  {
    file: page('(members)/enti/[slug]/incarichi'),
    path: at('/enti/prefettura/incarichi'),
    answers: secretariat,
  },
  {
    file: page('(members)/enti/[slug]/incarichi'),
    path: at('/enti/boh/incarichi'),
    answers: everyone('absent'),
  },
  { file: page('(office)/segreteria/incarichi'), path: at('/segreteria/incarichi'), answers: secretariat },
  { file: page('(members)/profilo/indirizzo'), path: at('/profilo/indirizzo'), answers: members },
  { file: contact('vcard'), path: at('/enti/segrate/vcard'), answers: anyone },
  { file: contact('vcard'), path: at('/enti/boh/vcard'), answers: everyone('absent') },
  {
    file: contact('persone/[id]/vcard'),
    path: ({ world }) => `/enti/segrate/persone/${world.actors.rita.personId}/vcard`,
    answers: members,
  },
  {
    file: contact('persone/[id]/vcard'),
    path: ({ world }) => `/enti/sovico/persone/${world.actors.rita.personId}/vcard`,
    answers: { ...everyone('absent'), anonymous: 'sign-in' },
  },
];
