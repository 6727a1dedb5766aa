'use client';
// Waits until somebody enters the search box: only then what suggests is loaded.
import { useEffect } from 'react';

/** Shows nothing; a box that another page brings is met too. */
export function SearchSuggestions() {
  useEffect(() => {
    const meet = ({ target }: { target: EventTarget | null }) => {
      if (target instanceof HTMLInputElement && target.id === 'q')
        import('./suggest-box').then(
          ({ suggestBox }) => suggestBox(target),
          () => undefined,
        );
    };
    document.addEventListener('focusin', meet);
    // Somebody may have entered before the script came.
    meet({ target: document.activeElement });
    return () => document.removeEventListener('focusin', meet);
  }, []);
  return null;
}
