'use client';
// Sends files of a draft one by one, each with its progress and a second try.
import { useCallback, useRef, useState } from 'react';
import type { DraftFileView } from '@/lib/forum/drafts/model';

export type Upload = {
  key: number;
  file: File;
  /** 0 to 1. */
  part: number;
  /** Why it did not arrive; null while it is on its way. */
  trouble: string | null;
  /** Whoever sends it says that its name holds no personal data. */
  confirmed: boolean;
};

export type Outcome = { id: string; reason?: undefined } | { id?: undefined; reason: string };
/** Sends one file; `onPart` hears how much of it has gone, 0 to 1. */
export type SendFile = (file: File, onPart: (part: number) => void, confirmed?: boolean) => Promise<Outcome>;
type Sending = (upload: Upload) => Promise<void>;

/** @param prepare answers when the draft is there for files to belong to */
export function useUploads(draftId: string, first: readonly DraftFileView[], prepare: () => Promise<void>) {
  const [files, setFiles] = useState<readonly DraftFileView[]>(first);
  const { uploads, setUploads, change, drop } = useUploadList();

  const send = useCallback<SendFile>(
    async (file, onPart, confirmed = false) => {
      const outcome = await sendFile(draftId, { file, confirmed }, onPart);
      const { name, type: mediaType, size } = file;
      if (outcome.id !== undefined) {
        setFiles((all) => [...all, { id: outcome.id, name, mediaType, size, pages: null, inline: false }]);
      }
      return outcome;
    },
    [draftId],
  );
  const place = useCallback<SendFile>(
    (file, onPart) => prepare().then(() => send(file, onPart)),
    [prepare, send],
  );
  const run = useCallback(
    async ({ key, file, confirmed }: Upload) => {
      const { reason } = await send(file, (part) => change(key, { part }), confirmed);
      if (reason === undefined) drop(key);
      else change(key, { trouble: reason });
    },
    [send, change, drop],
  );
  const { add, retry } = useQueue(run, prepare, setUploads, change);

  const remove = useCallback(
    async (id: string) => {
      const answer = await fetch(`/api/files/drafts/${draftId}?file=${id}`, { method: 'DELETE' });
      if (answer.ok) setFiles((all) => all.filter((one) => one.id !== id));
    },
    [draftId],
  );
  const isBusy = uploads.some(({ trouble }) => trouble === null);
  return { files, uploads, isBusy, add, retry, drop, remove, place };
}

function useUploadList() {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const change = useCallback((key: number, changed: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changed } : one)));
  }, []);
  const drop = useCallback((key: number) => setUploads((all) => all.filter((one) => one.key !== key)), []);
  return { uploads, setUploads, change, drop };
}

type UploadList = ReturnType<typeof useUploadList>;

/** One after the other, however many are chosen at once. */
function useQueue(
  run: Sending,
  prepare: () => Promise<void>,
  setUploads: UploadList['setUploads'],
  change: UploadList['change'],
) {
  const counter = useRef(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const add = useCallback(
    (chosen: readonly File[]) => {
      const made = chosen.map((file) => ({
        key: ++counter.current,
        file,
        part: 0,
        trouble: null,
        confirmed: false,
      }));
      setUploads((all) => [...all, ...made]);
      queue.current = queue.current.then(prepare);
      for (const upload of made) queue.current = queue.current.then(() => run(upload));
    },
    [prepare, run, setUploads],
  );
  const retry = useCallback(
    (upload: Upload, confirmed = false) => {
      change(upload.key, { trouble: null, part: 0 });
      queue.current = queue.current.then(prepare).then(() => run({ ...upload, confirmed }));
    },
    [change, prepare, run],
  );
  return { add, retry };
}

/** By XMLHttpRequest: fetch tells nothing of what has gone out already. */
function sendFile(
  draftId: string,
  { file, confirmed }: Pick<Upload, 'file' | 'confirmed'>,
  onPart: (part: number) => void,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/files/drafts/${draftId}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    if (confirmed) request.setRequestHeader('x-confirmed', '1');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onPart(total > 0 ? loaded / total : 0);
    request.onerror = () => resolve({ reason: 'file-interrupted' });
    request.onload = () => {
      const answer: { id?: string; reason?: string } | null = request.response;
      resolve(answer?.id ? { id: answer.id } : { reason: answer?.reason ?? 'file-interrupted' });
    };
    request.send(file);
  });
}
