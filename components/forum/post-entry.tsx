// One post of a thread as it is read.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Details } from '@/components/ui/details';
import { Entry } from '@/components/ui/entry';
import { StoredHtml } from '@/components/ui/layout';
import { OrganizationMark } from '@/components/ui/organization-mark';
import { Time } from '@/components/ui/time';
import type { PostView } from '@/lib/forum/model';
import { PostFiles } from './post-files';
import { RemovedPost } from './removed-post';

type PostEntryProps = {
  post: PostView;
  /** The thread's address, for the permalink. */
  address: string;
  answer: boolean;
  /** The stored mail it came from, for the secretariat. */
  original?: string;
  now: Date;
  /** Whether this reader may see what it said before. */
  history: boolean;
  /** What the reader may do with it. */
  deeds?: ReactNode;
  /** Brings a removed post back, for whoever may. */
  showAgain?: ReactNode;
};

/** The date is the permalink; what a mail repeated below its own text is folded. */
export function PostEntry({
  post,
  address,
  answer,
  original,
  now,
  history,
  deeds,
  showAgain,
}: PostEntryProps) {
  const t = useTranslations('forum');
  const { author } = post;
  const files = [...post.files, ...post.images];
  const edited =
    post.revision > 1 && post.editedAt ? (
      <>
        {t('edited')} <Time at={post.editedAt} now={now} />
      </>
    ) : null;
  return (
    <Entry
      id={`m${post.number}`}
      mark={<OrganizationMark name={author.organization?.name ?? author.name} />}
      author={author.name}
      line={
        <>
          {author.organization ? <>{author.organization.name} · </> : null}
          <a href={`${address}?m=${post.number}#m${post.number}`}>
            <Time at={post.postedAt} now={now} />
          </a>
          {edited ? (
            <> · {history ? <a href={`${address}/${post.number}/versioni`}>{edited}</a> : edited}</>
          ) : null}
          {post.replyTo && post.replyTo !== post.number - 1 ? (
            <>
              {' '}
              ·{' '}
              <a href={`${address}?m=${post.replyTo}#m${post.replyTo}`}>
                {t('replyTo', { number: post.replyTo })}
              </a>
            </>
          ) : null}
          {post.channel === 'mail' ? <> · {t('viaMail')}</> : null}
          {original ? (
            <>
              {' '}
              · <a href={`/segreteria/posta/${original}`}>{t('original')}</a>
            </>
          ) : null}
          {answer ? (
            <>
              {' '}
              <Badge kind="good" icon="check">
                {t('isAnswer')}
              </Badge>
            </>
          ) : null}
          {post.away ? (
            <>
              {' '}
              <Badge>{post.away.note}</Badge>
            </>
          ) : null}
        </>
      }
      foot={
        <>
          {post.quotedHtml ? (
            <Details summary={t('showQuoted')}>
              <StoredHtml html={post.quotedHtml} />
            </Details>
          ) : null}
          {post.masked > 0 ? <p>{t('masked', { count: post.masked })}</p> : null}
          {files.length > 0 ? <PostFiles label={t('filesOf', { name: author.name })} files={files} /> : null}
          {deeds}
        </>
      }
    >
      {post.removal ? (
        <RemovedPost post={post} removal={post.removal} now={now} showAgain={showAgain} />
      ) : (
        <div data-quotable="">
          <StoredHtml html={post.html} />
        </div>
      )}
    </Entry>
  );
}
