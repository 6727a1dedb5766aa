// A contact as other programs take it.

export type Card = {
  kind: 'org' | 'individual';
  /** Tells the contact from others of the same name, and finds it again: a URI. */
  uid: string;
  name: string;
  /** The organisation it works for, or is. */
  organization: string;
  emails: readonly string[];
  phone: string | null;
  role: string | null;
  url: string | null;
};

/** The file of an organisation's contact. */
export function organizationCardAddress(slug: string): string {
  return `/enti/${encodeURIComponent(slug)}/vcard`;
}

/** The file of the contact of somebody who works there. */
export function personCardAddress(slug: string, personId: string): string {
  return `/enti/${encodeURIComponent(slug)}/persone/${encodeURIComponent(personId)}/vcard`;
}
