'use client';
// The persons one may name, below the letters typed: the text keeps the focus, arrows and Enter choose.
import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Quiet, SpokenOnly } from '@/components/ui/layout';
import type { Offer } from './suggest-persons';

type MentionListProps = { editor: Editor; offer: Offer | null };

const listId = 'persons';
const optionId = ({ id }: { id: string }) => `person-${id}`;

/** Always there, so that its coming is spoken. */
export function MentionList({ editor, offer }: MentionListProps) {
  const t = useTranslations('writing.mention');
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (list.current && offer) putBelow(list.current, offer.place());
  }, [offer]);
  useEffect(() => tellWhere(editor.view.dom, offer), [editor, offer]);
  return (
    <>
      <span role="status">
        <SpokenOnly>{offer ? t('found', { count: offer.people.length }) : ''}</SpokenOnly>
      </span>
      {offer ? (
        <div role="listbox" id={listId} ref={list} aria-label={t('label')} className="rc-persons">
          {offer.people.map((person, index) => (
            <button
              key={person.id}
              type="button"
              role="option"
              id={optionId(person)}
              tabIndex={-1}
              aria-selected={index === offer.at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => offer.take(person)}
            >
              {person.name} <Quiet small>{person.organization.name}</Quiet>
            </button>
          ))}
        </div>
      ) : null}
    </>
  );
}

/** By script alone: pages carry no style of their own. */
function putBelow(list: HTMLElement, letters: DOMRect | null): void {
  const frame = list.offsetParent?.getBoundingClientRect();
  if (!frame || !letters) return;
  const furthest = Math.max(0, frame.width - list.offsetWidth);
  list.style.top = `${letters.bottom - frame.top + 4}px`;
  list.style.left = `${Math.min(Math.max(0, letters.left - frame.left), furthest)}px`;
  list.scrollIntoView({ block: 'nearest' });
}

/** The text box says which person is meant while the list stands below it. */
function tellWhere(box: HTMLElement, offer: Offer | null): void {
  const person = offer?.people[offer.at];
  const words = { 'aria-controls': listId, 'aria-activedescendant': person ? optionId(person) : '' };
  for (const [name, value] of Object.entries(words)) {
    if (person) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
}
