// What a person receives by mail: areas, tags, threads, copies, each a form of its own that works without a script.
import { useTranslations } from 'next-intl';
import { Button, type FormAction, PostButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { CheckField, type Choice, Form, SelectField } from '@/components/ui/field';
import { Line, Section } from '@/components/ui/layout';
import { Table } from '@/components/ui/table';
import {
  type AreaChoice,
  type Choices,
  mailWishes,
  type TagChoice,
  type ThreadChoice,
} from '@/lib/forum/following/model';
import { threadAddress } from '@/lib/forum/model';

/** The five things one may want, in words. */
export function useMailWords(): Choice[] {
  const t = useTranslations('choices.words');
  return mailWishes.map((value) => ({ value, label: capital(t(value)) }));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A list of choices an area; the first one is not to follow it. */
export function AreaChoices({ areas, action }: { areas: readonly AreaChoice[]; action: FormAction }) {
  const t = useTranslations('choices.page');
  const choices = [{ value: '', label: capital(t('notFollowed')) }, ...useMailWords()];
  return (
    <Section title={t('areas')} id="aree">
      <p>{t('areaLine')}</p>
      {areas.length === 0 ? (
        <EmptyState>{t('noAreas')}</EmptyState>
      ) : (
        <Form action={action}>
          {areas.map(({ slug, name, mail }) => (
            <SelectField
              key={slug}
              name={`area:${slug}`}
              label={name}
              choices={choices}
              defaultValue={mail ?? ''}
            />
          ))}
          <div>
            <Button>{t('save')}</Button>
          </div>
        </Form>
      )}
    </Section>
  );
}

/** Only tags that have a choice. */
export function TagChoices({ tags, action }: { tags: readonly TagChoice[]; action: FormAction }) {
  const t = useTranslations('choices.page');
  const choices = [{ value: '', label: capital(t('dropTag')) }, ...useMailWords()];
  if (tags.length === 0) return null;
  return (
    <Form action={action}>
      {tags.map(({ tag, mail }) => (
        <SelectField key={tag} name={`tag:${tag}`} label={tag} choices={choices} defaultValue={mail} />
      ))}
      <div>
        <Button kind="secondary">{t('save')}</Button>
      </div>
    </Form>
  );
}

/** Threads followed or muted; the button goes back to what their areas say. */
export function ThreadChoices({ threads, action }: { threads: readonly ThreadChoice[]; action: FormAction }) {
  const t = useTranslations('choices.page');
  const columns = (['thread', 'state', 'act'] as const).map((key) => ({ key, label: t(`columns.${key}`) }));
  return (
    <Section title={t('threads')} id="discussioni">
      <p>{t('threadLine')}</p>
      {threads.length === 0 ? (
        <EmptyState>{t('noThreads')}</EmptyState>
      ) : (
        <Table
          caption={t('threads')}
          columns={columns}
          rows={threads.map((thread) => ({
            key: thread.id,
            cells: {
              thread: <a href={threadAddress(thread)}>{thread.title}</a>,
              state: t(thread.state),
              act: (
                <PostButton
                  action={action}
                  fields={{ thread: thread.id }}
                  kind="secondary"
                  small
                  label={t('neitherLabel', { title: thread.title })}
                >
                  {t('neither')}
                </PostButton>
              ),
            },
          }))}
        />
      )}
    </Section>
  );
}

/** Own posts and second copies. */
export function CopyChoices({
  choices,
  action,
}: {
  choices: Pick<Choices, 'ownCopies' | 'secondCopies'>;
  action: FormAction;
}) {
  const t = useTranslations('choices.page');
  return (
    <Section title={t('copies')} id="copie">
      <Form action={action}>
        {(['ownCopies', 'secondCopies'] as const).map((name) => (
          <CheckField
            key={name}
            name={name}
            label={t(name)}
            hint={t(`${name}Hint`)}
            defaultChecked={choices[name]}
          />
        ))}
        <Line>
          <Button kind="secondary">{t('saveCopies')}</Button>
        </Line>
      </Form>
    </Section>
  );
}
