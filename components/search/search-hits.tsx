// What a search found: threads with the best passage and the words marked, organisations, persons.
import { useTranslations } from 'next-intl';
import { createElement, Fragment, type ReactNode } from 'react';
import { Byline } from '@/components/forum/byline';
import { Row, Rows } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import { highlightMarks, postAddress } from '@/lib/forum/model';
import type { Hit, OrganizationHit, PersonHit, ThreadHit } from '@/lib/search/model';

/** Each thread leads to the post that says it, a person to the organisation they work for. */
export function SearchHits({ hits, now }: { hits: readonly Hit[]; now: Date }) {
  const t = useTranslations('search');
  return <Rows label={t('results')}>{hits.map((hit) => rowOf(hit, now))}</Rows>;
}

function rowOf(hit: Hit, now: Date): ReactNode {
  if (hit.kind === 'thread') return <ThreadHitRow key={`thread-${hit.number}`} hit={hit} now={now} />;
  if (hit.kind === 'organization') return <OrganizationHitRow key={hit.slug} hit={hit} />;
  return <PersonHitRow key={hit.id} hit={hit} />;
}

function ThreadHitRow({ hit, now }: { hit: ThreadHit; now: Date }) {
  return (
    <Row
      href={postAddress(hit, hit.postNumber)}
      title={hit.title}
      line={
        <>
          {hit.areaName} · <Byline by={hit.author} />
          {hit.file ? <> · {hit.file}</> : null}
        </>
      }
      excerpt={<Passage text={hit.passage} />}
      aside={<Time at={hit.postedAt} now={now} />}
    />
  );
}

function OrganizationHitRow({ hit }: { hit: OrganizationHit }) {
  const t = useTranslations('search');
  return <Row href={`/enti/${hit.slug}`} title={hit.title} line={t('organization')} />;
}

function PersonHitRow({ hit }: { hit: PersonHit }) {
  const t = useTranslations('search');
  const at = hit.organization;
  return <Row href={at ? `/enti/${at.slug}` : '/enti'} title={hit.title} line={at?.name ?? t('person')} />;
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
