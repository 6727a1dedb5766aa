// Makes the search box a combobox (ARIA 1.2): suggestions below what is typed, chosen by arrows and Enter or by pointer.
import type { Suggestions } from '@/lib/search/model';
import { readKey } from './read-key';

const listId = 'search-suggestions';
/** Short enough to seem at once, long enough for the next letter to come first. */
const pauseMs = 100;

/** In how many milliseconds suggestions are wanted; null: no longer. */
type AskSoon = (pause: number | null) => void;

type Box = {
  input: HTMLInputElement;
  list: HTMLElement;
  status: HTMLElement;
  /** Which suggestion Enter opens; -1: what is typed is searched. */
  at: number;
};

/** Once for each box. The form around it goes on working as it does without a script. */
export function suggestBox(input: HTMLInputElement): void {
  if (input.role === 'combobox') return;
  const box: Box = { input, list: make('div', 'listbox'), status: make('span', 'status'), at: -1 };
  box.list.id = listId;
  box.list.className = 'rc-suggestions';
  box.status.className = 'visually-hidden';
  const attributes = { role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list' };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  input.setAttribute('aria-controls', listId);
  close(box);
  input.form?.append(box.list, box.status);
  const ask = listen(box);
  // Somebody may have typed before this was there.
  if (input === document.activeElement && input.value !== input.defaultValue) ask(0);
}

function make(tag: string, role: string): HTMLElement {
  const made = document.createElement(tag);
  made.setAttribute('role', role);
  return made;
}

function listen(box: Box): AskSoon {
  const { input, list } = box;
  const ask = askInTurn(box);
  input.addEventListener('input', () => ask(pauseMs));
  input.addEventListener('click', () => list.hidden && ask(0));
  input.addEventListener('blur', () => {
    ask(null);
    close(box);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (press(box, event.key, ask)) event.preventDefault();
  });
  // The box keeps the focus while a suggestion is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  return ask;
}

/** What is asked later counts, whichever answer comes first. */
function askInTurn(box: Box): AskSoon {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = new AbortController();
  return (pause) => {
    clearTimeout(waiting);
    asked.abort();
    if (pause === null) return;
    asked = new AbortController();
    const { signal } = asked;
    waiting = setTimeout(async () => {
      const found = await fetchSuggestions(box.input.value, signal);
      if (!signal.aborted) show(box, found);
    }, pause);
  };
}

async function fetchSuggestions(q: string, signal: AbortSignal): Promise<Suggestions | null> {
  try {
    const answer = await fetch(`/api/cerca/suggerimenti?${new URLSearchParams({ q })}`, { signal });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function show(box: Box, found: Suggestions | null): void {
  close(box);
  box.status.textContent = found && box.input.value ? found.said : '';
  if (!found || found.items.length === 0) return;
  box.list.setAttribute('aria-label', found.label);
  box.list.replaceChildren(...found.items.map(optionOf));
  box.list.hidden = false;
  box.input.setAttribute('aria-expanded', 'true');
}

function optionOf({ title, href, note }: Suggestions['items'][number], index: number): HTMLElement {
  const option = document.createElement('a');
  const kind = document.createElement('span');
  kind.className = 'rc-quiet rc-small';
  kind.textContent = note;
  const name = document.createElement('span');
  name.textContent = `${title} `;
  option.append(name, kind);
  Object.assign(option, { href, id: `${listId}-${index}`, tabIndex: -1, role: 'option' });
  option.setAttribute('aria-selected', 'false');
  return option;
}

function close(box: Box): void {
  box.list.hidden = true;
  box.input.setAttribute('aria-expanded', 'false');
  choose(box, -1);
}

function choose(box: Box, at: number): void {
  box.at = at;
  [...box.list.children].forEach((option, index) => {
    option.setAttribute('aria-selected', String(index === at));
    if (index === at) option.scrollIntoView({ block: 'nearest' });
  });
  if (at === -1) box.input.removeAttribute('aria-activedescendant');
  else box.input.setAttribute('aria-activedescendant', `${listId}-${at}`);
}

/** @returns whether the key was meant for the list; every other goes on to the box */
function press(box: Box, key: string, ask: AskSoon): boolean {
  const { list, at } = box;
  const meant = readKey(key, { isOpen: !list.hidden, at, count: list.children.length });
  if (meant === null) return false;
  if (meant === 'ask') ask(0);
  else if (meant === 'close') close(box);
  else if (meant === 'open') (list.children[at] as HTMLAnchorElement).click();
  else choose(box, meant);
  return true;
}
