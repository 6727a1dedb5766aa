// The tags of the network, each with its synonyms and how many threads carry it.
import { useTranslations } from 'next-intl';
import { type FormAction, PostButton } from '@/components/ui/button';
import { Line } from '@/components/ui/layout';
import { Table } from '@/components/ui/table';
import type { TagRow } from '@/lib/forum/tags/model';

type TagTableProps = { tags: readonly TagRow[]; drop: FormAction };

/** Most used first. */
export function TagTable({ tags, drop }: TagTableProps) {
  const t = useTranslations('office.tags');
  return (
    <Table
      caption={t('caption')}
      columns={[
        { key: 'tag', label: t('tag') },
        { key: 'synonyms', label: t('synonyms') },
        { key: 'threads', label: t('threads'), number: true },
      ]}
      rows={tags.map(({ tag, threads, synonyms }) => ({
        key: tag,
        cells: {
          tag,
          threads: t('count', { count: threads }),
          synonyms: synonyms.map((synonym) => (
            <Line key={synonym}>
              {synonym}
              <PostButton
                action={drop}
                fields={{ synonym, back: '/segreteria/etichette' }}
                kind="quiet"
                small
                label={t('dropLabel', { synonym, tag })}
              >
                {t('drop')}
              </PostButton>
            </Line>
          )),
        },
      }))}
    />
  );
}
