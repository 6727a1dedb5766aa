// The words of the error pages, taken from the files themselves: they must not depend on what may have failed.
import en from '@/messages/en/frame.json';
import it from '@/messages/it/frame.json';

/** In the language of the document around the error, which the server chose. */
export function troubleWords(): typeof it.error {
  return typeof document !== 'undefined' && document.documentElement.lang === 'en' ? en.error : it.error;
}
