// The posts of one page of a thread, with the line before the first unread one and what was done in between.
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { type FormAction, PostButton } from '@/components/ui/button';
import { EntryDivider } from '@/components/ui/entry';
import { WrittenOnce } from '@/components/ui/written';
import { firstUnread, type PostView, postAddress, type ThreadView, threadAddress } from '@/lib/forum/model';
import type { ThreadEventView } from '@/lib/forum/moderation/model';
import { type MovedPost, movedRuns } from '@/lib/forum/moves/model';
import { MovedPosts } from './moved-posts';
import { type PostActions, PostDeeds } from './post-deeds';
import { PostEntry } from './post-entry';
import type { PostRights } from './post-rights';
import { ThreadEvent } from './thread-event';

type ThreadPostsProps = {
  /** Whether a whole page is asked for. */
  whole: boolean;
  /** The number of the post whose "Altro" stands open; 0 for none. */
  opened: number;
  thread: ThreadView;
  posts: readonly (PostView & { rights: PostRights })[];
  /** Numbers of this page whose posts went elsewhere. */
  moved: readonly MovedPost[];
  /** Of the whole thread. */
  events: readonly ThreadEventView[];
  /** Stored mails by post, for the secretariat. */
  originals: ReadonlyMap<string, string>;
  actions: PostActions;
  now: Date;
  /** What is only read below the posts. */
  foot: ReactNode;
};

/** No line before the very first post: there everything is new. */
export function ThreadPosts(props: ThreadPostsProps) {
  // What stands open holds forms with a state of their own; otherwise all of it is one string.
  const isOpen = props.posts.some(({ number }) => number === props.opened);
  const { whole, foot, ...rest } = props;
  const posts = (
    <>
      <Posts {...rest} />
      {foot}
    </>
  );
  return isOpen ? <div>{posts}</div> : <WrittenOnce whole={whole}>{posts}</WrittenOnce>;
}

function Posts({ thread, posts, moved, events, now, ...rest }: Omit<ThreadPostsProps, 'whole' | 'foot'>) {
  const t = useTranslations('forum');
  const unread = firstUnread(thread.readUpTo, thread.posts) ?? 0;
  const after = (first: number, last: number) =>
    events
      .filter(({ afterNumber }) => first <= afterNumber && afterNumber <= last)
      .map((event) => <ThreadEvent key={event.id} event={event} now={now} />);
  const entries = [
    ...posts.map((post) => ({ first: post.number, last: post.number, post })),
    ...movedRuns(moved).map((run) => ({ ...run, post: null, run })),
  ].toSorted((one, other) => one.first - other.first);
  return (
    <>
      {entries[0]?.first === 1 ? after(0, 0) : null}
      {entries.map((entry) => (
        <Fragment key={entry.first}>
          {unread > 1 && entry.first <= unread && unread <= entry.last ? (
            <EntryDivider>{t('newPosts')}</EntryDivider>
          ) : null}
          {entry.post ? (
            <OnePost thread={thread} post={entry.post} now={now} {...rest} />
          ) : (
            <MovedPosts run={entry.run} />
          )}
          {after(entry.first, entry.last)}
        </Fragment>
      ))}
    </>
  );
}

type OnePostProps = Omit<ThreadPostsProps, 'posts' | 'moved' | 'events' | 'whole' | 'foot'> & {
  post: ThreadPostsProps['posts'][number];
};

function OnePost({ thread, post, originals, opened, actions, now }: OnePostProps) {
  const address = threadAddress(thread);
  const { rights } = post;
  return (
    <PostEntry
      post={post}
      address={address}
      answer={thread.solvedBy?.number === post.number}
      original={originals.get(post.id)}
      now={now}
      history={rights.history}
      deeds={
        hasAny(rights) && !post.removal ? (
          <PostDeeds
            post={post}
            threadId={thread.id}
            address={address}
            rights={rights}
            opened={post.number === opened}
            actions={actions}
          />
        ) : null
      }
      showAgain={
        rights.show ? (
          <ShowAgain action={actions.showAgain} post={post.id} back={postAddress(thread, post.number)} />
        ) : null
      }
    />
  );
}

function ShowAgain({ action, post, back }: { action: FormAction; post: string; back: string }) {
  const t = useTranslations('forum.removed');
  return (
    <PostButton action={action} fields={{ post, back }} kind="secondary" small>
      {t('showAgain')}
    </PostButton>
  );
}

function hasAny(rights: PostRights): boolean {
  return Object.values(rights).some(Boolean);
}
