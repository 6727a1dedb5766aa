// The deeds of the search, with who may do them: rows of the table of authorization.test.ts.
import { mendSearch } from '@/lib/search/keeping/mend-search';
import { rebuildSearch } from '@/lib/search/keeping/rebuild-search';
import { verifySearch } from '@/lib/search/keeping/verify-search';
import { clearSearches } from '@/lib/search/recent/clear-searches';
import { recordSearch } from '@/lib/search/recent/record-search';
import type { Row, TestedRole } from './authorization';

const members: TestedRole[] = ['reader', 'operator', 'referent', 'coordinator', 'officer', 'admin'];
const outside: TestedRole[] = ['system'];

export const searchRows: Row[] = [
  {
    file: 'lib/search/keeping/rebuild-search.ts',
    act: 'build the search anew',
    run: (ctx) => rebuildSearch(ctx, undefined),
    allowed: outside,
  },
  {
    file: 'lib/search/keeping/verify-search.ts',
    act: 'verify the search',
    run: (ctx) => verifySearch(ctx, undefined),
    allowed: outside,
  },
  {
    file: 'lib/search/keeping/mend-search.ts',
    act: 'mend the search',
    run: (ctx) => mendSearch(ctx),
    allowed: outside,
  },
  {
    file: 'lib/search/recent/record-search.ts',
    act: 'remember an own search',
    run: (ctx) => recordSearch(ctx, { q: 'art 29 tui' }),
    allowed: members,
  },
  {
    file: 'lib/search/recent/clear-searches.ts',
    act: 'clear own searches',
    run: (ctx) => clearSearches(ctx),
    allowed: members,
  },
];
