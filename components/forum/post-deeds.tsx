// Under a post: thanks, quote, choose as the answer, edit, sign for the office, and the rest behind one button.
import { useLocale, useTranslations } from 'next-intl';
import { type FormAction, LinkButton, PostButton } from '@/components/ui/button';
import { Kept } from '@/components/ui/kept';
import { Line, Quiet } from '@/components/ui/layout';
import type { PostView } from '@/lib/forum/model';
import { PostMoreApart } from './deeds-apart';
import type { PostMoreActions } from './post-more';
import type { PostRights } from './post-rights';

export type PostActions = PostMoreActions & {
  thank: FormAction;
  chooseAnswer: FormAction;
  showAgain: FormAction;
  sign: FormAction;
};

type PostDeedsProps = {
  post: PostView;
  threadId: string;
  /** Of the thread. */
  address: string;
  rights: PostRights;
  /** Whether the rare deeds are shown. */
  opened: boolean;
  actions: PostActions;
};

/** Nothing for who may do nothing. Posts with which one may do the same differ in five texts. */
export function PostDeeds({ post, threadId, address, rights, opened, actions }: PostDeedsProps) {
  const locale = useLocale();
  const { thanks } = post;
  const texts = {
    ...{ id: post.id, number: String(post.number), name: post.author.name },
    ...{ thread: threadId, address },
  };
  return (
    <Kept part="post deeds" locale={locale} of={[thanks, rights, opened]} holes={texts}>
      {(holes) => <Deeds texts={holes} thanks={thanks} rights={rights} opened={opened} actions={actions} />}
    </Kept>
  );
}

type DeedsProps = Pick<PostDeedsProps, 'rights' | 'opened' | 'actions'> & {
  /** Shown as they are: none of them decides anything. */
  texts: Record<'id' | 'number' | 'name' | 'thread' | 'address', string>;
  thanks: PostView['thanks'];
};

function Deeds({ texts, thanks: { count, mine }, rights, opened, actions }: DeedsProps) {
  const t = useTranslations('forum.deeds');
  const more = useTranslations('forum.more');
  const { id, number, name, address } = texts;
  const back = `${address}?m=${number}#m${number}`;
  const openedAddress = `${address}?m=${number}&altro=${number}#m${number}`;
  const fields = { post: id, thread: texts.thread, number, back };
  const hasMore = rights.keepUnread || rights.remove || rights.report || rights.hide || rights.split;
  return (
    <Line>
      {count > 0 ? <Quiet small>{t('thanks', { count })}</Quiet> : null}
      {rights.thank ? (
        <PostButton
          action={actions.thank}
          fields={{ ...fields, wish: mine ? 'off' : 'on' }}
          kind="quiet"
          small
          label={t(mine ? 'unthankLabel' : 'thankLabel', { name, number })}
        >
          {t(mine ? 'unthank' : 'thank')}
        </PostButton>
      ) : null}
      {rights.quote ? (
        <LinkButton
          href={`${address}?m=${number}&cita=${number}#rispondi`}
          kind="quiet"
          small
          label={t('quoteLabel', { name, number })}
          data-quote={t('quoteOf', { name })}
          data-post={id}
        >
          {t('quote')}
        </LinkButton>
      ) : null}
      {rights.choose || rights.unchoose ? (
        <PostButton
          action={actions.chooseAnswer}
          fields={{ ...fields, wish: rights.unchoose ? 'off' : 'on' }}
          kind="quiet"
          small
          icon={rights.choose ? 'check' : undefined}
          label={t(rights.unchoose ? 'unchooseLabel' : 'chooseLabel', { number })}
        >
          {t(rights.unchoose ? 'unchoose' : 'choose')}
        </PostButton>
      ) : null}
      {rights.edit ? (
        <LinkButton
          href={`${address}/${number}/modifica`}
          kind="quiet"
          small
          icon="edit"
          label={t('editLabel', { number })}
        >
          {t('edit')}
        </LinkButton>
      ) : null}
      {rights.sign ? (
        <PostButton
          action={actions.sign}
          fields={fields}
          kind="quiet"
          small
          label={t('signLabel', { number })}
        >
          {t('sign')}
        </PostButton>
      ) : null}
      {hasMore && opened ? (
        <PostMoreApart rights={rights} fields={fields} page={openedAddress} actions={actions} />
      ) : null}
      {hasMore && !opened ? (
        <LinkButton href={openedAddress} kind="quiet" small label={more('openerLabel', { number })}>
          {more('opener')}
        </LinkButton>
      ) : null}
    </Line>
  );
}
