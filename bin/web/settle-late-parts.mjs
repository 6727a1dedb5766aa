// Puts parts of a page where they belong. React sends a part that may be loaded apart after the page once it is long,
// hidden, and has a script put it in its place: without scripts it would never show.

/**
 * @param {string} html as React writes it, whole
 * @returns {string} the same page as if every part had been at hand; what is written otherwise stays as it is
 */
export function settleLateParts(html) {
  const late = [...html.matchAll(/<div hidden id="S:([0-9a-f]+)">/g)].map(([, id]) => id ?? '');
  return late.reduce(settleBoundary, late.reduce(settleSegment, html));
}

/** A piece of a part that was not there yet when the rest of it was. @param {string} html @param {string} id */
function settleSegment(html, id) {
  const place = `<template id="P:${id}"></template>`;
  return settle(html, id, { place, call: `$RS("S:${id}","P:${id}")`, around: ['', ''] });
}

/** A part that says of itself that it may wait. @param {string} html @param {string} id */
function settleBoundary(html, id) {
  const place = `<!--$?--><template id="B:${id}"></template><!--/$-->`;
  return settle(html, id, { place, call: `$RC("B:${id}","S:${id}")`, around: ['<!--$-->', '<!--/$-->'] });
}

/**
 * @param {string} html
 * @param {string} id
 * @param {{ place: string, call: string, around: [string, string] }} how
 */
function settle(html, id, { place, call, around: [before, after] }) {
  const opening = `<div hidden id="S:${id}">`;
  const calling = `${call}</script>`;
  const at = html.indexOf(place);
  const start = html.indexOf(opening);
  const end = html.indexOf(calling, start);
  const scriptAt = html.lastIndexOf('</div><script', end);
  if (at < 0 || end < 0 || scriptAt < start) return html;
  const part = `${before}${html.slice(start + opening.length, scriptAt)}${after}`;
  const scripts = html.slice(scriptAt + '</div>'.length, end);
  // Others may stand before it, and it may also say how all of its kind do it.
  const kept = scripts.endsWith('>')
    ? scripts.slice(0, scripts.lastIndexOf('<script'))
    : `${scripts}</script>`;
  const rest = html.slice(0, start) + kept + html.slice(end + calling.length);
  const now = rest.indexOf(place);
  return rest.slice(0, now) + part + rest.slice(now + place.length);
}
