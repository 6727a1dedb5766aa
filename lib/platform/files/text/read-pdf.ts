// The words of a PDF, a page at a time: each page is forgotten before the next one is read.
import { getDocumentProxy } from 'unpdf';

type Item = { str?: string; hasEOL?: boolean };

/** @throws when the file is broken or locked */
export async function* readPdf(bytes: Uint8Array): AsyncGenerator<string> {
  const document = await getDocumentProxy(bytes, { verbosity: 0 });
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    yield (items as Item[]).map(({ str = '', hasEOL }) => `${str}${hasEOL ? '\n' : ''}`).join('');
    page.cleanup();
  }
}
