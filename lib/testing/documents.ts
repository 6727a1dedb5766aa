// Texts for tests: a document of plain paragraphs, with whoever it mentions.
import { textToDocument } from '@/lib/text/text-to-document';

export function paragraphs(text: string) {
  return textToDocument(text);
}
