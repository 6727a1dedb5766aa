// What is kept of a text being written, which files it may carry, and how drafts are seen.
import { z } from 'zod';
import { type DraftKind, draftKinds } from '@/db/words';
import type { TextDocument } from '@/lib/text/schema';

/** Files of one post, images in the text included. */
export const mostFiles = 10;
export const largestFile = 25 * 1024 * 1024;
/** Bytes of files that all open drafts of a person may hold. */
export const mostDraftBytes = 500 * 1024 * 1024;
/** Days after which a draft nobody touched is forgotten, and one that was sent is no longer needed. */
export const forgottenAfterDays = 30;
export const sentKeptDays = 1;
const longestFileName = 200;

/** What the bytes are, not what the name says. */
const allowedTypes: readonly string[] = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/pkcs7-mime',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
];

/** As typed, without the one character PostgreSQL does not keep. @param longest characters */
function looseText(longest: number) {
  return z
    .string()
    .max(longest, { error: 'title-too-long' })
    .transform((text) => text.replaceAll('\0', ''));
}

/** Looser than what may be sent: a draft is what is not finished yet. */
export const saveDraftInput = z.object({
  draftId: z.uuid({ error: 'no-such-draft' }),
  seatId: z.uuid().optional(),
  kind: z.enum(draftKinds),
  threadId: z.uuid({ error: 'no-such-thread' }).optional(),
  postId: z.uuid({ error: 'no-such-post' }).optional(),
  baseRevision: z.number().int().min(1).optional(),
  title: looseText(1000).default(''),
  areas: z.array(looseText(100)).max(20).default([]),
  tags: z.array(looseText(100)).max(20).default([]),
  isQuestion: z.boolean().default(false),
  body: z.unknown(),
  /** When the draft was saved that this text goes on from; a younger one is another tab's, and stays. */
  since: z.coerce.date().optional(),
});

export const draftInput = z.object({ draftId: z.uuid({ error: 'no-such-draft' }) });

export const addDraftFileInput = z.object({
  draftId: z.uuid({ error: 'no-such-draft' }),
  name: z
    .string({ error: 'file-name-missing' })
    .transform((name) => name.normalize('NFC').split(/[\\/]/).at(-1)?.replace(/\p{C}/gu, '').trim() ?? '')
    .pipe(
      z.string().min(1, { error: 'file-name-missing' }).max(longestFileName, { error: 'file-name-too-long' }),
    ),
  confirmed: z.boolean().default(false),
});

export const draftFileInput = z.object({ fileId: z.uuid({ error: 'no-such-file' }) });

/** A content described by whoever looked at its bytes, never by the browser; `put` stores it. */
export type FileContent = {
  sha256: string;
  size: number;
  mediaType: string;
  pages?: number | null;
  put: () => Promise<unknown>;
};

export const placeImageInput = z.object({
  fileId: z.uuid({ error: 'no-such-file' }),
  alt: z
    .string({ error: 'image-without-alt' })
    .trim()
    .min(1, { error: 'image-without-alt' })
    .max(500, { error: 'alt-too-long' }),
});

/** Whether a file may stand in a text and not only beside it. */
export function isImage(mediaType: string): boolean {
  return mediaType.startsWith('image/');
}

/** @returns the reason why a content is no file for a post, or null */
export function whyNotFile({ size, mediaType }: Pick<FileContent, 'size' | 'mediaType'>): string | null {
  if (size === 0) return 'file-empty';
  if (size > largestFile) return 'file-too-large';
  return allowedTypes.includes(mediaType) ? null : 'file-kind';
}

export type DraftFileView = {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  pages: number | null;
  /** It stands in the text as an image. */
  inline: boolean;
};

export type DraftRow = {
  id: string;
  kind: DraftKind;
  /** Of the thread it belongs to, or the one it will have. */
  title: string;
  opening: string;
  updatedAt: Date;
  /** Null for a new thread, or where the thread is gone. */
  thread: { id: string; number: number; slug: string; areaSlug: string } | null;
  organization: { slug: string; name: string };
};

export type DraftView = {
  id: string;
  kind: DraftKind;
  seatId: string;
  threadId: string | null;
  postId: string | null;
  baseRevision: number | null;
  title: string;
  areas: string[];
  tags: string[];
  isQuestion: boolean;
  body: TextDocument;
  updatedAt: Date;
  files: DraftFileView[];
};
