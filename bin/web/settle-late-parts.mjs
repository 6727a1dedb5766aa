// Puts parts of a page where they belong. React sends a part that may be loaded apart after the page once it is long,
// hidden, and has a script put it in its place: without scripts it would never show.

const waiting = '<!--$?-->';

/**
 * @param {string} html as React writes it, whole
 * @returns {string} the same page as if every part had been at hand; what is written otherwise stays as it is
 */
export function settleLateParts(html) {
  if (!html.includes(waiting)) return html;
  const ids = [...html.matchAll(/<template id="B:([0-9a-f]+)"><\/template><!--\/\$-->/g)].map(([, id]) => id);
  return ids.reduce(settlePart, html);
}

/** @param {string} html @param {string | undefined} id */
function settlePart(html, id) {
  const place = `${waiting}<template id="B:${id}"></template><!--/$-->`;
  const opening = `<div hidden id="S:${id}">`;
  const call = `$RC("B:${id}","S:${id}")</script>`;
  const at = html.indexOf(place);
  const start = html.indexOf(opening, at);
  const end = html.indexOf(call, start);
  const scriptAt = html.lastIndexOf('</div><script', end);
  if (at < 0 || start < 0 || end < 0 || scriptAt < start) return html;
  const part = html.slice(start + opening.length, scriptAt);
  const script = html.slice(scriptAt + '</div>'.length, end);
  // The first script also says how others do it: the others need it where one of them stays.
  const kept = script.endsWith('>') ? '' : `${script}</script>`;
  const before = `${html.slice(0, at)}<!--$-->${part}<!--/$-->${html.slice(at + place.length, start)}`;
  return before + kept + html.slice(end + call.length);
}
