'use client';
// Keeps what is typed on the server while it is typed, and says when it was kept.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

const pause = 1200;
const again = 10_000;
/** Bytes a browser still sends for a page that is gone (Fetch: 64 KiB, headers and other requests included). */
const mostOnLeaving = 60_000;

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
  const since = useRef(first);
  const queue = useRef<Promise<void>>(Promise.resolve());

  const save = useCallback(async () => {
    if (!form.current) return;
    waiting.current = false;
    const outcome = await put(draftId, form.current, since.current);
    since.current = outcome.at ?? since.current;
    setSaved((before) => ({ at: outcome.at ?? before.at, trouble: outcome.trouble }));
    if (outcome.trouble !== 'offline') return;
    waiting.current = true;
    timer.current = setTimeout(() => void flushed.current(), again);
  }, [form, draftId]);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    queue.current = queue.current.then(save);
    return queue.current;
  }, [save]);
  const flushed = useRef(flush);
  flushed.current = flush;

  const touch = useCallback(() => {
    waiting.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), pause);
  }, [flush]);

  useEffect(() => () => clearTimeout(timer.current), []);
  useLeaving(form, waiting, flush);
  return { saved, touch, flush };
}

/** What was typed is kept before the page goes, or before another form of the page brings a new one. */
function useLeaving(
  form: RefObject<HTMLFormElement | null>,
  waiting: RefObject<boolean>,
  flush: () => Promise<void>,
): void {
  useEffect(() => {
    const leave = () => {
      if (waiting.current && document.visibilityState === 'hidden') void flush();
    };
    const go = () => {
      if (waiting.current) void flush();
    };
    const other = (event: SubmitEvent) => {
      const { target, submitter } = event;
      if (!waiting.current || target === form.current || !(target instanceof HTMLFormElement)) return;
      event.preventDefault();
      event.stopPropagation();
      void flush().then(() => {
        waiting.current = false;
        target.requestSubmit(submitter);
      });
    };
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', go);
    document.addEventListener('submit', other, true);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', go);
      document.removeEventListener('submit', other, true);
    };
  }, [form, waiting, flush]);
}

async function put(draftId: string, form: HTMLFormElement, since: Date | null): Promise<Saved> {
  const body = new FormData(form);
  for (const name of [...body.keys()]) if (name.startsWith('$ACTION')) body.delete(name);
  const query = since ? `?${new URLSearchParams({ dal: since.toISOString() })}` : '';
  const keepalive = sizeOf(body) < mostOnLeaving;
  try {
    const answer = await fetch(`/api/drafts/${draftId}${query}`, { method: 'PUT', body, keepalive });
    const { savedAt, reason } = await answer.json();
    return answer.ok
      ? { at: new Date(savedAt), trouble: null }
      : { at: null, trouble: String(reason ?? 'offline') };
  } catch {
    return { at: null, trouble: 'offline' };
  }
}

/** At most, in bytes of UTF-8, what stands between the parts included. */
function sizeOf(body: FormData): number {
  let size = 0;
  for (const [name, value] of body) size += 200 + name.length + 3 * String(value).length;
  return size;
}
