// Knows the elements by which mail programs set off the message answered, its attribution and the signature (MAIL.md E47).

import { readTable } from './model';

/** `quote` holds an attribution and then the quoted message; the others are what the signs of a text say. */
export type ElementSign = 'cut' | 'perhaps' | 'said' | 'quote' | 'signature';

type Attributes = Record<string, string | undefined>;

/** By attribute, whole words; OWA puts "x_" before the names of what it quotes. */
const named: Record<string, readonly string[]> = {
  cut: [
    'divRplyFwdMsg, mail-editor-reference-message-container, stopSpelling, OLK_SRC_BODY_SECTION, zwchr',
    'OutlookMessageHeader, EC_divRplyFwdMsg, __DIVIDER__, __HEADERS__, isReplyContent',
  ],
  perhaps: ['appendonsend'],
  said: ['gmail_attr, moz-cite-prefix, moz-email-headers-table, reply-intro'],
  quote: [
    'gmail_quote, gmail_extra, protonmail_quote, tutanota_quote, cm_quote, messageReplySection',
    'moz-forward-container, sh-quoted-content, zmail_extra, front-blockquote-container, quote',
  ],
  signature: [
    'gmail_signature, gmail_signature_prefix, ms-outlook-mobile-signature, moz-signature, Signature',
    'protonmail_signature_block, composer_signature, _rc_sig, io-ox-signature, moz-txt-sig',
    '__SIG_PRE__, __SIG_POST__, messageSignatureSection, front-signature, sh-signature',
    'orc-email-signature, -x-evo-signature, -x-evo-signature-wrapper, k9mail-signature',
  ],
};

const signs = new Map(
  Object.entries(named).flatMap(([sign, words]) =>
    readTable(words).map((word) => [word.toLowerCase(), sign as ElementSign] as const),
  ),
);
const asked = ['id', 'class', 'data-marker', 'name', 'data-smartmail'];
/** Yahoo puts a number of its own before the names. */
const yahoo = /^(?:ydp\w{0,40}?)?yahoo[_-]quoted/;
const apple = /^applemailsignature/;
/** Word draws a line above the fields, and above nothing else that people write. */
const borderTop = /border-top\s*:\s*(?:solid|\d[\d.]*(?:pt|px)\s+solid)/i;
const inner = /border-(?:left|bottom)\s*:\s*(?:solid|\d[\d.]*(?:pt|px)\s+solid)/i;

export function signOfElement(name: string, attributes: Attributes): ElementSign | null {
  for (const attribute of asked) {
    const sign = signOfWords(attributes[attribute]);
    if (sign === 'quote' && name === 'blockquote') return null;
    if (sign) return sign;
  }
  const style = (attributes.style ?? '').slice(0, 500);
  return name === 'div' && borderTop.test(style) && !inner.test(style) ? 'perhaps' : null;
}

function signOfWords(value: string | undefined): ElementSign | null {
  if (value === undefined) return null;
  for (const word of value.slice(0, 300).toLowerCase().split(/\s+/)) {
    if (yahoo.test(word)) return 'cut';
    if (apple.test(word)) return 'signature';
    const sign = signs.get(word);
    if (sign) return sign;
  }
  return null;
}
