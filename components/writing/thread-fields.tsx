'use client';
// What a new thread has besides its text: title, areas with who is reached, tags, whether it is a question.
import { useTranslations } from 'next-intl';
import { CheckField, FieldGroup, TextField } from '@/components/ui/field';
import { errorBeside, type FormState } from '@/lib/core/form-state';
import { Receivers } from './receivers';
import { SimilarThreads } from './similar-threads';
import { areaLine, areasIn, type Writing, type WritingChoices } from './writing';

type ThreadFieldsProps = { state: FormState; writing: Writing; choices: WritingChoices };

/**
 * After a refusal the fields hold what was typed, before that what the draft holds. The names of areas travel along for a
 * page that may not know them.
 */
export function ThreadFields({ state, writing, choices }: ThreadFieldsProps) {
  const t = useTranslations('writing');
  const { values } = state;
  const isSent = Object.keys(values).length > 0;
  const areas = isSent ? (values.areas ?? '').split('\n') : writing.areas;
  const offered = choices.areas.length > 0 ? choices.areas : areasIn(values.areaNames);
  return (
    <>
      <TextField
        name="title"
        label={t('title.label')}
        hint={t('title.hint')}
        error={errorBeside(state, 'title')}
        defaultValue={values.title ?? writing.title}
      />
      <SimilarThreads />
      <FieldGroup
        id="areas"
        label={t('areas.label')}
        hint={t('areas.hint')}
        error={errorBeside(state, 'areas')}
      >
        {offered.map(({ slug, name }) => (
          <CheckField
            key={`${slug}-${areas.includes(slug)}`}
            id={`area-${slug}`}
            name="areas"
            value={slug}
            label={name}
            defaultChecked={areas.includes(slug)}
          />
        ))}
        <input type="hidden" name="home" value={values.home ?? writing.areas[0] ?? ''} />
        {offered.map((area) => (
          <input key={area.slug} type="hidden" name="areaNames" value={areaLine(area)} />
        ))}
        {choices.receivers ? <Receivers first={choices.receivers} /> : null}
      </FieldGroup>
      <CheckField
        key={`question-${isSent ? values.isQuestion : writing.isQuestion}`}
        name="isQuestion"
        label={t('question.label')}
        hint={t('question.hint')}
        defaultChecked={isSent ? values.isQuestion === 'on' : writing.isQuestion}
      />
      <TextField
        name="tags"
        label={t('tags.label')}
        hint={t('tags.hint')}
        error={errorBeside(state, 'tags')}
        defaultValue={values.tags ?? writing.tags.join(', ')}
        optional
      />
    </>
  );
}
