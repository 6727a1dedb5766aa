import { expect, test } from 'vitest';
import { historyPlace, historyQuery } from './model';

test.each([
  [{}, 1, { page: 1, pages: 1, shown: 1 }],
  [{}, 10, { page: 1, pages: 1, shown: 10 }],
  [{}, 11, { page: 1, pages: 2, shown: 11 }],
  [{ pagina: '2' }, 11, { page: 2, pages: 2, shown: 1 }],
  [{ pagina: '7' }, 25, { page: 3, pages: 3, shown: 5 }],
  [{ pagina: 'x', versione: '-1' }, 25, { page: 1, pages: 3, shown: 25 }],
  [{ versione: '16' }, 25, { page: 1, pages: 3, shown: 16 }],
  [{ versione: '15' }, 25, { page: 2, pages: 3, shown: 15 }],
  [{ pagina: '2', versione: '1' }, 25, { page: 3, pages: 3, shown: 1 }],
  [{ pagina: '2', versione: '26' }, 25, { page: 2, pages: 3, shown: 15 }],
])('%j of %i versions', (query, versions, place) => {
  expect(historyPlace(historyQuery.parse(query), versions)).toEqual(place);
});
