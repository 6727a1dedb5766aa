// The deeds of the search, with who may do them: rows of the table of authorization.test.ts.
import { newId } from '@/lib/core/ids';
import { feedSearch } from '@/lib/search/keeping/feed-search';
import { mendSearch } from '@/lib/search/keeping/mend-search';
import { rebuildSearch } from '@/lib/search/keeping/rebuild-search';
import { verifySearch } from '@/lib/search/keeping/verify-search';
import { clearSearches } from '@/lib/search/recent/clear-searches';
import { recordSearch } from '@/lib/search/recent/record-search';
import { chooseSearchMail } from '@/lib/search/saving/choose-search-mail';
import { dropSearch } from '@/lib/search/saving/drop-search';
import { saveSearch } from '@/lib/search/saving/save-search';
import { addSynonyms } from '@/lib/search/synonyms/add-synonyms';
import { changeSynonyms } from '@/lib/search/synonyms/change-synonyms';
import { dropSynonyms } from '@/lib/search/synonyms/drop-synonyms';
import type { Row, TestedRole } from './authorization';
import { testSearchServer } from './search';

const outside: TestedRole[] = ['system'];
const members: TestedRole[] = ['reader', 'operator', 'referent', 'coordinator', 'officer', 'admin'];
const keepers: TestedRole[] = ['coordinator', 'admin'];
const searchServer = testSearchServer();
let word = 0;

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
    file: 'lib/search/keeping/feed-search.ts',
    act: 'feed the search server',
    run: (ctx) => feedSearch(ctx, searchServer),
    allowed: outside,
  },
  {
    file: 'lib/search/synonyms/add-synonyms.ts',
    act: 'let words mean the same',
    run: (ctx) => addSynonyms(ctx, { forms: `parola${word++}, altra${word}` }),
    allowed: keepers,
  },
  {
    file: 'lib/search/synonyms/change-synonyms.ts',
    act: 'change which words mean the same',
    run: (ctx) => changeSynonyms(ctx, { id: 'pds', forms: 'pds, permesso di soggiorno' }),
    allowed: keepers,
  },
  {
    file: 'lib/search/synonyms/drop-synonyms.ts',
    act: 'let words mean what they say',
    run: (ctx) => dropSynonyms(ctx, { id: 'nessuno' }),
    allowed: keepers,
  },
  {
    file: 'lib/search/saving/save-search.ts',
    act: 'save a search',
    run: (ctx) => saveSearch(ctx, { question: 'q=sgate' }),
    allowed: members,
  },
  {
    file: 'lib/search/saving/choose-search-mail.ts',
    act: 'choose whether a saved search is told by mail',
    run: (ctx) => chooseSearchMail(ctx, { id: newId(), mail: false }),
    allowed: members,
  },
  {
    file: 'lib/search/saving/drop-search.ts',
    act: 'drop a saved search',
    run: (ctx) => dropSearch(ctx, { id: newId() }),
    allowed: members,
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
