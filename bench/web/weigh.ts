// What a page makes a browser load before anybody touches it: scripts and styles, compressed, in bytes.
type Site = { url: string };

export type Weight = { what: string; scripts: number; styles: number };

/** As a browser of today would: what is marked for old ones is left out. */
export async function weighPage(site: Site, what: string, path: string, cookie?: string): Promise<Weight> {
  const headers = { accept: 'text/html', 'accept-encoding': 'gzip', ...(cookie && { cookie }) };
  const html = await (await fetch(site.url + path, { headers })).text();
  const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/\snomodule/i.test(tag))
    .map(([, address = '']) => address);
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
    ([, address = '']) => address,
  );
  return { what, scripts: await sizeOf(site, scripts), styles: await sizeOf(site, styles) };
}

async function sizeOf({ url }: Site, addresses: readonly string[]): Promise<number> {
  const sizes = [...new Set(addresses)].map(async (address) => {
    const { headers } = await fetch(url + address, { headers: { 'accept-encoding': 'gzip' } });
    return Number(headers.get('content-length'));
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
