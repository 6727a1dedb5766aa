// The form for writing with the words it needs; what is beside it is the page's.
import { ClientWords } from '@/components/ui/client-words';
import type { FormDeed } from '@/lib/core/form-state';
import type { Writing, WritingChoices } from './writing';
import { WritingForm } from './writing-form';

type WritingDeskProps = { action: FormDeed; writing: Writing; choices: WritingChoices; page: string };

/** One a page. */
export function WritingDesk(props: WritingDeskProps) {
  return (
    <ClientWords rooms={['writing', 'forum', 'refusals']}>
      <WritingForm key={props.writing.draftId} {...props} />
    </ClientWords>
  );
}
