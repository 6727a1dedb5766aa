// A form of a page as a browser without script knows it: its fields, and where pressing the button takes one.
import { DomUtils, parseDocument } from 'htmlparser2';
import { type Answer, ask } from './ask';

/** Somebody signed in, at the address of the site. */
export type Visitor = { url: string; cookie: string };

export type PageForm = { action: string; fields: [string, string][] };

/** @returns the form in which one writes, everything in it as the page gave it @throws where there is none */
export async function readForm({ url, cookie }: Visitor, address: string): Promise<PageForm> {
  const answer = await askOn(url + address, cookie);
  const page = parseDocument(answer.text);
  const text = DomUtils.getElementsByTagName('textarea', page).find(({ attribs }) => attribs.name === 'body');
  let place = text?.parent ?? null;
  while (place && DomUtils.isTag(place) && place.name !== 'form') place = place.parent;
  if (!place || !DomUtils.isTag(place)) throw new Error(`${answer.status}: no form at ${address}`);
  return { action: new URL(place.attribs.action ?? address, url + address).href, fields: fieldsOf(place) };
}

function fieldsOf(form: Parameters<typeof DomUtils.getElementsByTagName>[1]): [string, string][] {
  return DomUtils.getElementsByTagName('input', form)
    .map(({ attribs }) => attribs)
    .filter(({ name, type }) => name && type !== 'file' && type !== 'submit')
    .filter(({ type, checked }) => (type !== 'checkbox' && type !== 'radio') || checked !== undefined)
    .map(({ name = '', value, type }) => [name, value ?? (type === 'checkbox' ? 'on' : '')]);
}

/** Presses the button. @returns where the answer sends the browser, null where it shows a page instead */
export async function sendForm(
  { url, cookie }: Visitor,
  { action, fields }: PageForm,
  typed: Record<string, string>,
): Promise<string | null> {
  const body = new FormData();
  for (const [name, value] of fields) if (!(name in typed)) body.append(name, value);
  for (const [name, value] of Object.entries(typed)) body.append(name, value);
  const encoded = new Response(body);
  const answer = await ask(action, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': encoded.headers.get('content-type') ?? '' },
    body: new Uint8Array(await encoded.arrayBuffer()),
  });
  return answer.status === 303 ? answer.location : null;
}

/** A page may send one on to its right address. */
async function askOn(address: string, cookie: string, further = 3): Promise<Answer> {
  const answer = await ask(address, { headers: { cookie } });
  if (!answer.location || further === 0) return answer;
  return askOn(new URL(answer.location, address).href, cookie, further - 1);
}
