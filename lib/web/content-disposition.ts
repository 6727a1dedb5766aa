// How a browser is told a file's name, whatever letters it has (RFC 6266, RFC 8187).

/** Shown in place only where no viewer can run anything: pictures and PDF; the rest is saved. */
const shownInPlace = /^(image\/(png|jpeg|gif|webp)|application\/pdf)$/;

export function contentDisposition(name: string, mediaType: string): string {
  const how = shownInPlace.test(mediaType) ? 'inline' : 'attachment';
  const plain = name.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
