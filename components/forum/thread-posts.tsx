// The posts of one page of a thread, with the line before the first unread one and what was done in between.
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { type FormAction, PostButton } from '@/components/ui/button';
import { EntryDivider } from '@/components/ui/entry';
import { WrittenOnce } from '@/components/ui/written';
import { firstUnread, type PostView, postAddress, type ThreadView, threadAddress } from '@/lib/forum/model';
import type { ThreadEventView } from '@/lib/forum/moderation/model';
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
  /** Of the whole thread. */
  events: readonly ThreadEventView[];
  /** Stored mails by post, for the secretariat. */
  originals: ReadonlyMap<string, string>;
  actions: PostActions;
  now: Date;
};

/** No line before the very first post: there everything is new. */
export function ThreadPosts(props: ThreadPostsProps) {
  // What stands open holds forms with a state of their own; otherwise all of it is one string.
  const isOpen = props.posts.some(({ number }) => number === props.opened);
  const posts = <Posts {...props} />;
  return isOpen ? <div>{posts}</div> : <WrittenOnce whole={props.whole}>{posts}</WrittenOnce>;
}

function Posts({ thread, posts, events, originals, opened, actions, now }: ThreadPostsProps) {
  const t = useTranslations('forum');
  const unread = firstUnread(thread.readUpTo, thread.posts);
  const address = threadAddress(thread);
  return (
    <>
      {posts.map((post) => (
        <Fragment key={post.id}>
          {post.number === unread && post.number > 1 ? <EntryDivider>{t('newPosts')}</EntryDivider> : null}
          <PostEntry
            post={post}
            address={address}
            answer={thread.solvedBy?.number === post.number}
            original={originals.get(post.id)}
            now={now}
            history={post.rights.history}
            deeds={
              hasAny(post.rights) && !post.removal ? (
                <PostDeeds
                  post={post}
                  threadId={thread.id}
                  address={address}
                  rights={post.rights}
                  opened={post.number === opened}
                  actions={actions}
                />
              ) : null
            }
            showAgain={
              post.rights.show ? (
                <ShowAgain
                  action={actions.showAgain}
                  post={post.id}
                  back={postAddress(thread, post.number)}
                />
              ) : null
            }
          />
          {events
            .filter(({ afterNumber }) => afterNumber === post.number)
            .map((event) => (
              <ThreadEvent key={event.id} event={event} now={now} />
            ))}
        </Fragment>
      ))}
    </>
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
