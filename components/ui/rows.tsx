// A list of things to open: the whole row is the target, one link inside.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

type RowProps = {
  href: string;
  title: ReactNode;
  /** Unread: bold, and said to screen readers. */
  unread?: boolean;
  /** A square or icon before the text. */
  mark?: ReactNode;
  /** Badges and tags beside the title. */
  badges?: ReactNode;
  /** Who, for which organisation, when. */
  line?: ReactNode;
  /** First words, cut after two lines. */
  excerpt?: ReactNode;
  /** At the right: counts in words, last activity. */
  aside?: ReactNode;
  level?: 2 | 3;
};

/** The list around `Row`s; `label` names it where no heading stands before it. */
export function Rows({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className="rc-rows" aria-label={label}>
      {children}
    </ul>
  );
}

/** One thing of a list, the important words first. */
export function Row({ href, title, unread, mark, badges, line, excerpt, aside, level = 2 }: RowProps) {
  const t = useTranslations('bricks');
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <li>
      <div className="rc-row">
        {mark}
        <div className="rc-row-body">
          <Heading className={unread ? 'rc-row-title rc-row-new' : 'rc-row-title'}>
            <a className="stretched-link" href={href}>
              {unread ? <span className="visually-hidden">{t('unread')} </span> : null}
              {title}
            </a>
            {badges}
          </Heading>
          {line ? <p className="rc-quiet">{line}</p> : null}
          {excerpt ? <p className="rc-row-excerpt">{excerpt}</p> : null}
        </div>
        {aside ? <div className="rc-row-aside">{aside}</div> : null}
      </div>
    </li>
  );
}
