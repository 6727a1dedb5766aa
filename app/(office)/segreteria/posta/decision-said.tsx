// After a decision about a mail: that it was done, or why not.
import { getTranslations } from 'next-intl/server';
import { Alert } from '@/components/ui/alert';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { refusalWords } from '@/lib/web/refusal-words';

const decisions = ['release', 'refuse', 'replay'] as const;

/** Nothing before one. */
export async function DecisionSaid({ query }: { query: Awaited<PageQuery> }) {
  const t = await getTranslations('office.mail.done');
  const wrong = await refusalWords(queryValue(query.avviso));
  const done = decisions.find((decision) => decision === queryValue(query.fatto));
  if (wrong) return <Alert kind="bad" title={wrong} />;
  return done ? <Alert kind="good" title={t(done)} /> : null;
}
