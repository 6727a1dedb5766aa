// What a search found: title, the best passage with the words marked, who, where, when.
import { useTranslations } from 'next-intl';
import { createElement, Fragment } from 'react';
import { Byline } from '@/components/forum/byline';
import { Row, Rows } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import { highlightMarks, postAddress, type SearchHit } from '@/lib/forum/model';

/** Each hit leads to the post that says it. */
export function SearchHits({ hits, now }: { hits: readonly SearchHit[]; now: Date }) {
  const t = useTranslations('search');
  return (
    <Rows label={t('results')}>
      {hits.map((hit) => (
        <Row
          key={hit.number}
          href={postAddress(hit, hit.postNumber)}
          title={hit.title}
          line={
            <>
              {hit.areaName} · <Byline by={hit.author} />
            </>
          }
          excerpt={<Passage text={hit.passage} />}
          aside={<Time at={hit.postedAt} now={now} />}
        />
      ))}
    </Rows>
  );
}

/** The marks are characters no text contains, so cutting at them needs no escaping. */
function Passage({ text }: { text: string }) {
  const [before = '', ...found] = text.split(highlightMarks.start);
  return createElement(
    Fragment,
    null,
    before,
    ...found.flatMap((piece) => {
      const [word = '', after = ''] = piece.split(highlightMarks.end);
      return [createElement('mark', null, word), after];
    }),
  );
}
