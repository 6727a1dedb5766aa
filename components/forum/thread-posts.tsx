// The posts of one page of a thread, with the line before the first unread one.
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { EntryDivider } from '@/components/ui/entry';
import { firstUnread, type PostView, type ThreadView, threadAddress } from '@/lib/forum/model';
import { PostEntry } from './post-entry';

type ThreadPostsProps = {
  thread: ThreadView;
  posts: readonly PostView[];
  /** Stored mails by post, for the secretariat. */
  originals: ReadonlyMap<string, string>;
  now: Date;
};

/** No line before the very first post: there everything is new. */
export function ThreadPosts({ thread, posts, originals, now }: ThreadPostsProps) {
  const t = useTranslations('forum');
  const unread = firstUnread(thread.readUpTo, thread.posts);
  return (
    <>
      {posts.map((post) => (
        <Fragment key={post.id}>
          {post.number === unread && post.number > 1 ? <EntryDivider>{t('newPosts')}</EntryDivider> : null}
          <PostEntry
            post={post}
            address={threadAddress(thread)}
            answer={thread.solvedBy?.number === post.number}
            original={originals.get(post.id)}
            now={now}
          />
        </Fragment>
      ))}
    </>
  );
}
