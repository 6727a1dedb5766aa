// Beside what a search found: a button that keeps the search under a name, or where it is kept.
import { useTranslations } from 'next-intl';
import { Button, type FormAction } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form, TextField } from '@/components/ui/field';
import { Line } from '@/components/ui/layout';
import { longestName, searchAddress } from '@/lib/search/saving/model';

type SaveSearchProps = {
  /** As the address bar says it. */
  question: string;
  /** The words of the question: its name unless another is typed. */
  words: string;
  saved: boolean;
  action: FormAction;
};

/** A plain form that comes back to the same search. */
export function SaveSearch({ question, words, saved, action }: SaveSearchProps) {
  const t = useTranslations('saving');
  const list = <a href="/profilo/ricerche">{t('list')}</a>;
  if (saved) {
    return (
      <Line>
        <span>{t('saved')}</span>
        {list}
      </Line>
    );
  }
  return (
    <Line>
      <Dialog opener={t('save')} title={t('save')} small>
        <Form action={action}>
          <input type="hidden" name="question" value={question} />
          <input type="hidden" name="back" value={searchAddress(question)} />
          <TextField
            name="name"
            label={t('name')}
            hint={t('nameHint')}
            defaultValue={words.slice(0, longestName)}
            maxLength={longestName}
            optional
          />
          <p>{t('line')}</p>
          <div>
            <Button small>{t('submit')}</Button>
          </div>
        </Form>
      </Dialog>
      {list}
    </Line>
  );
}
