// Which files hold words that can be read, by what their bytes are.

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

const formats: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  [`${office}.wordprocessingml.document`]: 'office',
  [`${office}.spreadsheetml.sheet`]: 'office',
  [`${office}.presentationml.presentation`]: 'office',
  [`${open}.text`]: 'office',
  [`${open}.spreadsheet`]: 'office',
  [`${open}.presentation`]: 'office',
  'application/xml': 'plain',
};

/** @returns undefined where there is nothing to read */
export function formatOf(mediaType: string): string | undefined {
  return formats[mediaType] ?? (mediaType.startsWith('text/') ? 'plain' : undefined);
}
