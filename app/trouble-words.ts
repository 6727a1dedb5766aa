// The words of the error pages, taken from the files themselves: they must not depend on what may have failed.
import en from '@/messages/en/trouble.json';
import it from '@/messages/it/trouble.json';

/** In the language of the document around the error, which the server chose. */
export function troubleWords(): typeof it {
  return typeof document !== 'undefined' && document.documentElement.lang === 'en' ? en : it;
}
