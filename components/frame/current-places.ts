// Which of the places in the bar the reader is at.

/**
 * The place whose address begins the page's own is current; the home page only on itself.
 * @param path path and query of the page
 */
export function currentPlaces<Item extends { href: string }>(path: string, items: readonly Item[]) {
  const [place = '/'] = path.split('?');
  const isAt = (href: string) => place === href || (href !== '/' && place.startsWith(`${href}/`));
  return items.map((item) => ({ ...item, current: isAt(item.href) }));
}
