// Who may open what of the search: everybody, and each finds what they may read.
import { anyone, everyone, network, type RouteRow } from './answers';

const page = (path: string) => `app/(public)/${path}/page.tsx`;
const at = (path: string) => () => path;

export const searchRoutes: RouteRow[] = [
  { file: page('cerca'), path: at('/cerca?q=idoneità'), answers: anyone },
  {
    file: page('cerca/collegate'),
    path: ({ search }) => `/cerca/collegate?discussione=${search.question.number}`,
    answers: network,
  },
  {
    file: page('cerca/collegate'),
    path: ({ open }) => `/cerca/collegate?discussione=${open.number}`,
    answers: anyone,
  },
  {
    file: 'app/api/cerca/collegate/route.ts',
    path: ({ search }) => `/api/cerca/collegate?discussione=${search.question.number}`,
    answers: { ...network, anonymous: 'refused' },
  },
  {
    file: 'app/api/cerca/collegate/route.ts',
    path: at('/api/cerca/collegate?discussione=0'),
    answers: everyone('absent'),
  },
  {
    file: 'app/api/cerca/suggerimenti/route.ts',
    path: at('/api/cerca/suggerimenti?q=idon'),
    answers: anyone,
  },
];
