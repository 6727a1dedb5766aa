// A feed as Atom 1.0 (RFC 4287). Said in the same bytes as long as nothing changed, so that a hash of it is its ETag.
import { type Feed, type FeedEntry, updatedAt } from './model';

type Around = {
  /** Of the site, without a final slash. */
  origin: string;
  /** Where this feed is. */
  self: string;
  /** In the reader's language. */
  title: string;
  language: string;
};

/** @returns a whole document in UTF-8 */
export function writeAtom(feed: Feed, { origin, self, title, language }: Around): string {
  const entries = feed.entries.map((entry) => entryOf(entry, origin)).join('');
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>urn:uuid:${feed.id}</id>
<title>${text(title)}</title>
<updated>${updatedAt(feed).toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${text(origin + self)}"/>
<link rel="alternate" type="text/html" href="${text(origin + feed.path)}"/>
<generator>Raccordo</generator>
${entries}</feed>
`;
}

function entryOf({ id, title, path, author, publishedAt, ...entry }: FeedEntry, origin: string): string {
  const name = author.organization ? `${author.name}, ${author.organization.name}` : author.name;
  const tags = entry.tags.map((tag) => `<category term="${text(tag)}"/>\n`).join('');
  return `<entry>
<id>urn:uuid:${id}</id>
<title>${text(title)}</title>
<link rel="alternate" type="text/html" href="${text(origin + path)}"/>
<published>${publishedAt.toISOString()}</published>
<updated>${entry.updatedAt.toISOString()}</updated>
<author><name>${text(name)}</name></author>
${tags}<content type="html">${text(absolute(entry.html, origin))}</content>
</entry>
`;
}

/** A program shows the text far from the site: what points into it must say where it is. */
function absolute(html: string, origin: string): string {
  return html.replace(/(\s(?:href|src)=")\/(?!\/)/g, `$1${origin}/`);
}

/** Characters that XML 1.0 does not know, not even escaped, are left out. */
function text(value: string): string {
  return value
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
