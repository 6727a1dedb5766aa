// The shape of every text people write: what a post may contain, for the editor and for whoever checks a document.
import type { JSONContent } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { Mention } from '@tiptap/extension-mention';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { fileAddress } from './file-address';
import { linkAddress, linkRel } from './link-address';

/** A text as Tiptap keeps it: `{ type: 'doc', content: […] }`. */
export type TextDocument = JSONContent;

/** An image is one of our files and says in words what it shows; nothing is ever loaded from elsewhere. */
const image = Image.extend({
  addAttributes() {
    return { src: { default: null }, alt: { default: '' } };
  },
  parseHTML() {
    return [
      {
        tag: 'img[src]',
        getAttrs: (element) => (fileAddress(element.getAttribute('src')) === undefined ? false : null),
      },
    ];
  },
});

/** A person named in a text. The editor configures it again, with where its suggestions come from. */
export const mention = Mention;

/** Cells hold what a post holds, but no second table. Widths are the reader's business. */
const tables = [Table.configure({ resizable: false }), TableRow, TableHeader, TableCell];

/** Headings start at 2: the page itself holds the first. No rules or strikes: nobody needs them here. */
export const textExtensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    horizontalRule: false,
    strike: false,
    underline: false,
    link: {
      openOnClick: false,
      protocols: ['http', 'https', 'mailto'],
      isAllowedUri: (address) => linkAddress(address) !== undefined,
      HTMLAttributes: { rel: linkRel, target: null },
    },
  }),
  ...tables,
  image,
  mention,
];
