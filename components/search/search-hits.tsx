// What a search found: threads with the best passage and the words marked, organisations, persons.
import { useTranslations } from 'next-intl';
import { createElement, Fragment, type ReactNode } from 'react';
import { Byline } from '@/components/forum/byline';
import { Badge } from '@/components/ui/badge';
import { Row, Rows } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import { highlightMarks, postAddress } from '@/lib/forum/model';
import {
  foundAddress,
  type Hit,
  type OrganizationHit,
  type PersonHit,
  type ThreadHit,
} from '@/lib/search/model';

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
  const t = useTranslations('search');
  const word = useTranslations('forum');
  return (
    <Row
      href={postAddress(hit, hit.postNumber)}
      title={hit.title}
      badges={
        hit.solved ? (
          <Badge kind="good" icon="check">
            {word('solved')}
          </Badge>
        ) : null
      }
      line={
        <>
          {hit.file ? t('inFile', { name: hit.file }) : t('thread')} · {hit.areaName} ·{' '}
          <Byline by={hit.author} />
        </>
      }
      excerpt={<Passage text={hit.passage} />}
      aside={<Time at={hit.postedAt} now={now} />}
    />
  );
}

function OrganizationHitRow({ hit }: { hit: OrganizationHit }) {
  const t = useTranslations('search');
  return <Row href={foundAddress(hit)} title={hit.title} line={t('organization')} />;
}

function PersonHitRow({ hit }: { hit: PersonHit }) {
  const t = useTranslations('search');
  const line = hit.organization ? `${t('person')} · ${hit.organization.name}` : t('person');
  return <Row href={foundAddress(hit)} title={hit.title} line={line} />;
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
