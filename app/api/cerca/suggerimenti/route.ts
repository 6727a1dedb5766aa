// What may be meant by the letters in the search box, while one types.
import { getTranslations } from 'next-intl/server';
import type { Suggestions } from '@/lib/search/model';
import { foundAddress, recentMeant, searchAddress, searchInput } from '@/lib/search/model';
import { listRecentSearches } from '@/lib/search/recent/queries';
import { suggest } from '@/lib/search/suggest';
import { currentContext } from '@/lib/web/context';
import { runRoute } from '@/lib/web/route';

/**
 * `?q=letters`: `Suggestions`, the person's own last questions first; only what they may see. The words come along, so
 * that no page carries them for a box that is seldom entered.
 */
export async function GET(request: Request): Promise<Response> {
  return runRoute(async () => {
    const { q } = searchInput.parse(Object.fromEntries(new URL(request.url).searchParams));
    const ctx = await currentContext();
    const [t, found, recent] = await Promise.all([
      getTranslations('search'),
      suggest(ctx, q),
      listRecentSearches(ctx),
    ]);
    const items = [
      ...recentMeant(recent, q).map((title) => ({
        title,
        href: searchAddress({ q: title }),
        note: t('suggestions.recent'),
      })),
      ...found.map((each) => ({ title: each.title, href: foundAddress(each), note: t(each.kind) })),
    ];
    const said = t('suggestions.said', { count: items.length });
    const suggestions: Suggestions = { label: t('suggestions.label'), said, items };
    return Response.json(suggestions, { headers: { 'cache-control': 'no-store' } });
  });
}
