// What a media type is called in a word; the words are in `messages/<language>/forum.json` under `fileKind`.

const kinds: [RegExp, FileKind][] = [
  [/^application\/pdf$/, 'pdf'],
  [/^image\//, 'image'],
  [/wordprocessingml|msword|opendocument\.text|rtf/, 'document'],
  [/spreadsheetml|ms-excel|opendocument\.spreadsheet|csv/, 'spreadsheet'],
  [/presentationml|ms-powerpoint|opendocument\.presentation/, 'slides'],
  [/pkcs7/, 'signed'],
  [/zip|7z|rar/, 'archive'],
  [/rfc822/, 'mail'],
  [/calendar/, 'calendar'],
  [/^text\//, 'text'],
];

export type FileKind =
  | 'pdf'
  | 'image'
  | 'document'
  | 'spreadsheet'
  | 'slides'
  | 'signed'
  | 'archive'
  | 'mail'
  | 'calendar'
  | 'text'
  | 'other';

/** `other` where no word would say more than the file's name. */
export function fileKind(mediaType: string): FileKind {
  return kinds.find(([pattern]) => pattern.test(mediaType))?.[1] ?? 'other';
}
