// Underlines in the editor, where it stands, what must not be said of a foreigner.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findDataPlaces } from '@/lib/text/find-data-places';

/** Only the view is marked, never the text. */
export const markPersonalData = Extension.create({
  name: 'markPersonalData',
  addProseMirrorPlugins: () => [
    new Plugin({
      state: {
        init: (_, { doc }) => marksIn(doc),
        apply: ({ doc, docChanged }, before) => (docChanged ? marksIn(doc) : before),
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
    }),
  ],
});

function marksIn(doc: Node): DecorationSet {
  const places = findDataPlaces(doc.toJSON());
  const marks = places.map(({ from, to }) => Decoration.inline(from, to, { class: 'rc-personal' }));
  return DecorationSet.create(doc, marks);
}
