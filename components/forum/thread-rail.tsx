// Beside a thread: the ways through it and every file that was sent to it.
import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/layout';
import { type FileView, firstUnread, postAddress, type ThreadView, threadAddress } from '@/lib/forum/model';
import { PostFiles } from './post-files';

type ThreadRailProps = { thread: ThreadView; files: readonly (FileView & { post: number })[] };

/** Nothing where there is nowhere else to go and no file. */
export function ThreadRail({ thread, files }: ThreadRailProps) {
  const t = useTranslations('forum');
  const unread = firstUnread(thread.readUpTo, thread.posts);
  return (
    <>
      {thread.posts > 1 ? (
        <Section title={t('goTo')}>
          <ul>
            {unread ? (
              <li>
                <a href={postAddress(thread, unread)}>{t('firstUnread')}</a>
              </li>
            ) : null}
            {thread.solvedBy ? (
              <li>
                <a href={postAddress(thread, thread.solvedBy.number)}>{t('chosenAnswer')}</a>
              </li>
            ) : null}
            <li>
              <a href={postAddress(thread, thread.posts)}>{t('lastPostLink')}</a>
            </li>
          </ul>
        </Section>
      ) : null}
      {files.length > 0 ? (
        <Section title={t('filesInThread')}>
          <PostFiles
            label={t('filesInThread')}
            files={files.map((file) => ({
              ...file,
              note: (
                <a href={`${threadAddress(thread)}?m=${file.post}#m${file.post}`}>
                  {t('inPost', { number: file.post })}
                </a>
              ),
            }))}
          />
        </Section>
      ) : null}
    </>
  );
}
