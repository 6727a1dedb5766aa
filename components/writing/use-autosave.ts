'use client';
// Keeps what is typed on the server while it is typed, and says when it was kept.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

const pause = 1200;
const again = 10_000;

/** `trouble` is the reason of a refusal, or `offline`. */
export type Saved = { at: Date | null; trouble: string | null };

/**
 * Call `touch` at each change; saving follows when one pauses, and at once when the page is left.
 * `flush` answers when everything typed is kept.
 */
export function useAutosave(form: RefObject<HTMLFormElement | null>, draftId: string, first: Date | null) {
  const [saved, setSaved] = useState<Saved>({ at: first, trouble: null });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef(false);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    waiting.current = false;
    if (!form.current) return;
    const outcome = await put(draftId, form.current);
    setSaved((before) => ({ at: outcome.at ?? before.at, trouble: outcome.trouble }));
    if (outcome.trouble === 'offline') timer.current = setTimeout(flush, again);
  }, [form, draftId]);

  const touch = useCallback(() => {
    waiting.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, pause);
  }, [flush]);

  useEffect(() => {
    const leave = () => {
      if (waiting.current && document.visibilityState === 'hidden') void flush();
    };
    // Another form of the page may bring a new page: what was typed here must be kept by then.
    const other = ({ target }: Event) => {
      if (waiting.current && target !== form.current) void flush();
    };
    document.addEventListener('visibilitychange', leave);
    document.addEventListener('submit', other, true);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      document.removeEventListener('submit', other, true);
      clearTimeout(timer.current);
    };
  }, [form, flush]);

  return { saved, touch, flush };
}

async function put(draftId: string, form: HTMLFormElement): Promise<Saved> {
  const body = new FormData(form);
  for (const name of [...body.keys()]) if (name.startsWith('$ACTION')) body.delete(name);
  try {
    const answer = await fetch(`/api/drafts/${draftId}`, { method: 'PUT', body });
    const { savedAt, reason } = await answer.json();
    return answer.ok
      ? { at: new Date(savedAt), trouble: null }
      : { at: null, trouble: String(reason ?? 'offline') };
  } catch {
    return { at: null, trouble: 'offline' };
  }
}
