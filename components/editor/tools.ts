// What the buttons of the editor do.
import type { Editor } from '@tiptap/core';

const always = [
  'bold',
  'italic',
  'heading',
  'subheading',
  'bulletList',
  'orderedList',
  'blockquote',
  'code',
  'link',
  'image',
  'table',
  'undo',
  'redo',
] as const;
const inTable = ['addRow', 'addColumn', 'deleteRow', 'deleteColumn', 'deleteTable'] as const;

export type ToolName = (typeof always)[number] | (typeof inTable)[number];

/** Those that need a line of words before they do anything. */
export type Asking = 'link' | 'image';

export type Tool = { name: ToolName; isOn: boolean | undefined; run: () => void };

export function isAsking(name: ToolName): name is Asking {
  return name === 'link' || name === 'image';
}

/** @returns the buttons in their order; `isOn` is undefined for what has no state */
export function toolsFor(editor: Editor): Tool[] {
  const names = editor.isActive('table') ? [...always, ...inTable] : always;
  return names.map((name) => ({
    name,
    isOn: states[name]?.(editor),
    run: () => void (isAsking(name) || deeds[name](editor)),
  }));
}

const states: Partial<Record<ToolName, (editor: Editor) => boolean>> = {
  bold: (editor) => editor.isActive('bold'),
  italic: (editor) => editor.isActive('italic'),
  heading: (editor) => editor.isActive('heading', { level: 2 }),
  subheading: (editor) => editor.isActive('heading', { level: 3 }),
  bulletList: (editor) => editor.isActive('bulletList'),
  orderedList: (editor) => editor.isActive('orderedList'),
  blockquote: (editor) => editor.isActive('blockquote'),
  code: (editor) => editor.isActive('code') || editor.isActive('codeBlock'),
  link: (editor) => editor.isActive('link'),
  image: (editor) => editor.isActive('image'),
};

const deeds: Record<Exclude<ToolName, Asking>, (editor: Editor) => boolean> = {
  bold: (editor) => editor.chain().focus().toggleBold().run(),
  italic: (editor) => editor.chain().focus().toggleItalic().run(),
  heading: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  subheading: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  bulletList: (editor) => editor.chain().focus().toggleBulletList().run(),
  orderedList: (editor) => editor.chain().focus().toggleOrderedList().run(),
  blockquote: (editor) => editor.chain().focus().toggleBlockquote().run(),
  code: (editor) => {
    const chain = editor.chain().focus();
    return isEmptyLine(editor) || editor.isActive('codeBlock')
      ? chain.toggleCodeBlock().run()
      : chain.toggleCode().run();
  },
  table: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  undo: (editor) => editor.chain().focus().undo().run(),
  redo: (editor) => editor.chain().focus().redo().run(),
  addRow: (editor) => editor.chain().focus().addRowAfter().run(),
  addColumn: (editor) => editor.chain().focus().addColumnAfter().run(),
  deleteRow: (editor) => editor.chain().focus().deleteRow().run(),
  deleteColumn: (editor) => editor.chain().focus().deleteColumn().run(),
  deleteTable: (editor) => editor.chain().focus().deleteTable().run(),
};

/** Where nothing is written yet a block begins; among words code is a mark, since a block would lose persons and breaks. */
function isEmptyLine({ state: { selection } }: Editor): boolean {
  return selection.empty && selection.$from.parent.content.size === 0;
}
