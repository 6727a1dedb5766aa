// The areas a thread may stand in, to be ticked.
import { CheckField, FieldGroup } from '@/components/ui/field';
import type { FormValues } from '@/lib/core/form-state';
import type { ThreadView } from '@/lib/forum/model';

type AreaBoxesProps = {
  label: string;
  thread: Pick<ThreadView, 'areaSlug' | 'areas'>;
  areas: readonly { slug: string; name: string }[];
  /** What was sent, where the form came back. */
  values: FormValues;
};

/** Those ticked when the form came back, before that those where the thread stands. */
export function AreaBoxes({ label, thread, areas, values }: AreaBoxesProps) {
  const isSent = Object.keys(values).length > 0;
  const ticked = isSent ? (values.areas ?? '').split('\n') : thread.areas.map(({ slug }) => slug);
  return (
    <FieldGroup id="move-areas" label={label}>
      <input type="hidden" name="home" value={thread.areaSlug} />
      {areas.map(({ slug, name }) => (
        <CheckField
          key={`${slug}-${ticked.includes(slug)}`}
          id={`move-${slug}`}
          name="areas"
          value={slug}
          label={name}
          defaultChecked={ticked.includes(slug)}
        />
      ))}
    </FieldGroup>
  );
}
