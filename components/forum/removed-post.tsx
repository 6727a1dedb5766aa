// What stands where a post no longer shows: that something was here, and for members who took it away and why.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { Details } from '@/components/ui/details';
import { StoredHtml } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import type { PostView, RemovalView } from '@/lib/forum/model';

type RemovedPostProps = { post: PostView; removal: RemovalView; now: Date; showAgain?: ReactNode };

/** Its words are there only for whoever may still read them. */
export function RemovedPost({ post, removal, now, showAgain }: RemovedPostProps) {
  const t = useTranslations('forum.removed');
  const { kind, by, reason, at } = removal;
  return (
    <Alert title={t(kind)} level={3}>
      {by && kind !== 'taken-back' ? (
        <p>
          {by.name}
          {at ? (
            <>
              , <Time at={at} now={now} />
            </>
          ) : null}
          {reason ? <>: {reason}</> : null}
        </p>
      ) : null}
      {post.html ? (
        <Details summary={t('show')}>
          <StoredHtml html={post.html} />
        </Details>
      ) : null}
      {showAgain}
    </Alert>
  );
}
