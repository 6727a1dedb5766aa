// What happens while one types `@` and letters: asks who will read the text, and hands over whom to offer.
import type { Reader } from '@/lib/forum/audience/model';
import { mention } from '@/lib/text/schema';

export type Offer = {
  people: readonly Reader[];
  /** Which of them Enter takes. */
  at: number;
  /** Where the letters stand in the window. */
  place: () => DOMRect | null;
  take: (person: Reader) => void;
};

export type OfferDesk = { now: () => Offer | null; show: (offer: Offer | null) => void };

const pause = 150;
const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The schema's own persons, with somebody who suggests them. */
export function suggestPersons({ now, show }: OfferDesk) {
  return mention.extend({ onBlur: () => show(null) }).configure({
    suggestion: {
      minQueryLength: 1,
      debounce: pause,
      allowedPrefixes: [' ', '('],
      decorationClass: 'rc-mention-begun',
      items: ({ query, editor, signal }) => findPeople(editor.view.dom, query, signal),
      render: () => ({
        onUpdate: ({ editor, items, loading, command, clientRect }) => {
          const people: readonly Reader[] = loading ? (now()?.people ?? []) : items;
          const take = ({ id, name }: Reader) => command({ id, label: name });
          const place = () => clientRect?.() ?? null;
          const isOffered = people.length > 0 && editor.isFocused;
          show(isOffered ? { people, at: loading ? (now()?.at ?? 0) : 0, place, take } : null);
        },
        onExit: () => show(null),
        onKeyDown: ({ event }) => walkOrTake(event, { now, show }),
      }),
    },
  });
}

/** Escape is the suggestion's own; every other key goes on to the text. */
function walkOrTake({ key, isComposing }: KeyboardEvent, { now, show }: OfferDesk): boolean {
  const offer = now();
  if (!offer || isComposing) return false;
  const { people, at, take } = offer;
  const person = people[at];
  const step = steps[key];
  if (step) show({ ...offer, at: (at + step + people.length) % people.length });
  else if (key === 'Enter' && person) take(person);
  return step !== undefined || key === 'Enter';
}

/** The form around the text says where it will stand: in the areas ticked now, or in its thread. */
async function findPeople(place: Element, letters: string, signal: AbortSignal): Promise<Reader[]> {
  const form = place.closest('form');
  const ticked = form?.querySelectorAll<HTMLInputElement>('input[name=areas]:checked') ?? [];
  const thread = form?.querySelector<HTMLInputElement>('input[name=threadId]')?.value;
  const query = new URLSearchParams([...ticked].map(({ value }) => ['area', value]));
  if (thread) query.set('thread', thread);
  query.set('q', letters);
  const answer = await fetch(`/api/forum/persone?${query}`, { signal });
  return answer.ok ? answer.json() : [];
}
