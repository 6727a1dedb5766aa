// What comes into the text from the clipboard or by a drop: words are cleaned, files go to the draft, too much is refused.
import { TextSelection } from '@tiptap/pm/state';
import type { EditorProps, EditorView } from '@tiptap/pm/view';
import { cleanPastedHtml } from '@/lib/text/clean-pasted-html';

type Doors = {
  onFiles: (files: File[]) => void;
  onImages: (files: File[]) => void;
  tooLong: (is: boolean) => void;
};

type Intake = Pick<EditorProps, 'transformPastedHTML' | 'handlePaste' | 'handleDrop'>;

const longestPaste = 200_000;

/** @param doors asked anew each time */
export function clipboard(doors: () => Doors): Intake {
  let isRefused = false;
  const isTooMuch = (data: DataTransfer | null) => {
    const isTooLong = isRefused || (data?.getData('text/plain').length ?? 0) > longestPaste;
    isRefused = false;
    doors().tooLong(isTooLong);
    return isTooLong;
  };
  return {
    transformPastedHTML: (html) => {
      const clean = cleaned(html);
      isRefused = clean === null;
      return clean ?? '';
    },
    handlePaste: (_, { clipboardData: data }) => isTooMuch(data) || takeFiles(data, doors()),
    handleDrop: (view, event) => {
      if (isTooMuch(event.dataTransfer)) return true;
      const isTaken = takeFiles(event.dataTransfer, doors());
      if (isTaken) goTo(view, event);
      return isTaken;
    },
  };
}

/** What another editor window of ours copied is clean already. @returns null for more than a text may hold */
function cleaned(html: string): string | null {
  if (html.includes('data-pm-slice')) return html;
  try {
    return cleanPastedHtml(new DOMParser().parseFromString(html, 'text/html'));
  } catch {
    return null;
  }
}

/** A spreadsheet puts a picture of itself beside its words: the words are what is meant. */
function takeFiles(data: DataTransfer | null, { onFiles, onImages }: Doors): boolean {
  const files = [...(data?.files ?? [])];
  if (files.length === 0 || data?.types.includes('text/html')) return false;
  const images = files.filter(isImage);
  const others = files.filter((file) => !isImage(file));
  if (images.length > 0) onImages(images);
  if (others.length > 0) onFiles(others);
  return true;
}

function isImage({ type }: File): boolean {
  return type.startsWith('image/');
}

/** An image stands where it was dropped. */
function goTo(view: EditorView, { clientX: left, clientY: top }: DragEvent): void {
  const found = view.posAtCoords({ left, top });
  if (!found) return;
  const { doc, tr } = view.state;
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(found.pos))));
}
