// What stands where posts went to another thread: their numbers, which stay, and the way to them.
import { useTranslations } from 'next-intl';
import { EntryEvent } from '@/components/ui/entry';
import { postAddress } from '@/lib/forum/model';
import type { MovedRun } from '@/lib/forum/moves/model';

/** Each number keeps its place, so that an old link ends here; who may not read the other thread is not told its name. */
export function MovedPosts({ run: { first, last, to } }: { run: MovedRun }) {
  const t = useTranslations('forum.moved');
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return (
    <EntryEvent>
      {numbers.map((number) => (
        <span key={number} id={`m${number}`} />
      ))}
      {t('line', { count: numbers.length, first, last })}{' '}
      {to ? <a href={postAddress(to, to.post)}>{to.title}</a> : t('elsewhere')}
    </EntryEvent>
  );
}
