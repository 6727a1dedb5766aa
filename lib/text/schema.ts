// The shape of every text people write: what a post may contain, for the editor and for whoever checks a document.
import type { JSONContent } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

/** A text as Tiptap keeps it: `{ type: 'doc', content: […] }`. */
export type TextDocument = JSONContent;

/** What every link out of a post carries: the target learns nothing, and earns nothing. */
export const linkRel = 'noopener nofollow';

/** Headings start at 2: the page itself holds the first. No code blocks, rules or strikes: nobody needs them here. */
export const textExtensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    link: {
      openOnClick: false,
      protocols: ['http', 'https', 'mailto'],
      HTMLAttributes: { rel: linkRel, target: null },
    },
  }),
];
