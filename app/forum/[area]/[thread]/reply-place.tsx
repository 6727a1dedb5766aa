// The foot of a thread: the notice of what was just sent, then the reply box or why there is none.
import { getTranslations } from 'next-intl/server';
import { send } from '@/app/(members)/bozze/actions';
import { SentNotice } from '@/components/forum/sent-notice';
import { Alert } from '@/components/ui/alert';
import { Section } from '@/components/ui/layout';
import { ReplyForm } from '@/components/writing/reply-form';
import { countReceivers } from '@/lib/forum/audience/queries';
import { type PostView, postAddress, type ThreadView } from '@/lib/forum/model';
import { findLock } from '@/lib/forum/moderation/queries';
import { takeBackUntil } from '@/lib/forum/writing/model';
import { mayTakeBack } from '@/lib/forum/writing/policy';
import { currentContext } from '@/lib/web/context';
import { beginReply } from './begin-reply';
import { takePostBack } from './post-actions';
import { forPolicy, rightsIn } from './rights-in';

type ReplyPlaceProps = { thread: ThreadView; posts: readonly PostView[]; sent: string; quoted: number };

/** @param sent id of the post just sent @param quoted number of the post to quote, 0 for none */
export async function ReplyPlace({ thread, posts, sent, quoted }: ReplyPlaceProps) {
  const t = await getTranslations('writing.reply');
  const ctx = await currentContext();
  const rights = rightsIn(ctx, thread);
  const post = posts.find((one) => one.number === quoted && rights(one).quote);
  const words = post ? t('quoteOf', { name: post.author.name }) : '';
  const box = await beginReply(thread, post ? { post, words } : null);
  return (
    <>
      <JustSent thread={thread} posts={posts} sent={sent} />
      {box ? (
        <Section title={t('title')} id="rispondi">
          {box.isStored ? <p>{t('draft')}</p> : null}
          <ReplyForm key={box.writing.draftId} action={send} {...box} />
        </Section>
      ) : null}
      {!box && thread.locked ? <Locked thread={thread} /> : null}
    </>
  );
}

async function JustSent({ thread, posts, sent }: Omit<ReplyPlaceProps, 'quoted'>) {
  const ctx = await currentContext();
  const post = posts.find(({ id }) => id === sent);
  if (!post) return null;
  const shown = { ...post, isRemoved: post.removal !== null, thread: forPolicy(thread) };
  if (!mayTakeBack(ctx.actor, shown, ctx.now).allowed) return null;
  const areas = thread.areas.map(({ slug }) => slug);
  const { people } = await countReceivers(ctx, areas, thread.id);
  return (
    <SentNotice
      postId={post.id}
      until={takeBackUntil(post.postedAt)}
      now={ctx.now}
      people={people}
      takeBack={takePostBack}
      back={postAddress(thread, post.number)}
    />
  );
}

async function Locked({ thread }: { thread: ThreadView }) {
  const ctx = await currentContext();
  if (ctx.actor.kind !== 'member') return null;
  const t = await getTranslations('writing.reply');
  const lock = await findLock(ctx, thread.id);
  return (
    <Alert title={t('locked')}>
      {lock ? <p>{t('lockedBy', { name: lock.name, reason: lock.reason })}</p> : null}
    </Alert>
  );
}
