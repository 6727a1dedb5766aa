// Writes a contact as vCard 4.0 (RFC 6350), for address books.

export type Contact = {
  /** A stable address of the thing, unlike any other. */
  uid: string;
  kind: 'individual' | 'org';
  name: string;
  organization?: string;
  role?: string;
  emails?: readonly string[];
  phone?: string | null;
  url?: string | null;
  /** When it was written, for whoever compares. */
  revised: Date;
};

/** @returns lines ended by CRLF, none longer than 75 octets */
export function writeVcard(contact: Contact): string {
  const { kind, name, organization, role, emails = [], phone, url, uid, revised } = contact;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:${escaped(uid)}`,
    `KIND:${kind}`,
    `FN:${escaped(name)}`,
    ...(kind === 'individual' ? [`N:${nameParts(name)}`] : []),
    ...(organization ? [`ORG:${escaped(organization)}`] : []),
    ...(role ? [`ROLE:${escaped(role)}`] : []),
    ...emails.map((email) => `EMAIL;TYPE=work:${escaped(email)}`),
    ...(phone ? [`TEL;VALUE=text;TYPE=work:${escaped(phone)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    `REV:${revised.toISOString().replace(/[-:]|\.\d{3}/g, '')}`,
    'END:VCARD',
  ];
  return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

/** §3.4: what separates values is escaped, and a line break is a letter. */
function escaped(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/** Family name last, as names are written here: the last word, the rest before it. */
function nameParts(name: string): string {
  const words = name.trim().split(/\s+/);
  const family = words.length > 1 ? (words.pop() ?? '') : '';
  return `${escaped(family)};${escaped(words.join(' '))};;;`;
}

/** §3.2: at most 75 octets, no letter torn apart; what goes on begins with a space. */
function folded(line: string): string[] {
  const lines: string[] = [];
  let [part, size] = ['', 0];
  for (const letter of line) {
    const octets = Buffer.byteLength(letter);
    if (size + octets > 75) {
      lines.push(part);
      [part, size] = [' ', 1];
    }
    part += letter;
    size += octets;
  }
  return [...lines, part];
}
