// Finds in a text what must not be said of a foreigner in the open: tax codes, numbers of permits and of passports.
import { findTaxCodes } from './find-tax-codes';

/**
 * `block`: it is one; `warn`: it looks like one, and the author knows. `start` and `end` in UTF-16 units.
 */
export type FoundData = {
  kind: 'codice-fiscale' | 'permit' | 'passport';
  level: 'block' | 'warn';
  start: number;
  end: number;
};

/** Between a word and its number, in characters: "permesso di soggiorno rilasciato dalla Questura n. …". */
const near = 40;
const longestLabel = 30;

const address = /https?:\/\/\S+/gi;
/** Digits with at most a few letters, in one piece or with one blank after the letters: `YA 1234567`. */
const number = /(?<![\p{L}\p{N}+])(?:[A-Z]{1,2}[ -](?=\d{6,8}(?!\d)))?[A-Z0-9]{6,12}(?![\p{L}\p{N}])/giu;

const permitWords = String.raw`permess[oi]|(?:titol[oi]|cart[ae]) di soggiorno|soggiorno|p\.?d\.?s|(?:residence )?permits?`;
const passportWords = 'passaport[oi]|passports?|pasaportes?|passeports?';
/** What else is numbered in an office: a number after one of these is its own. */
const otherWords = [
  String.raw`d\.? ?lgs|d\.? ?p\.? ?r|d\.? ?p\.? ?c\.? ?m|d\.? ?[lm]|c\.?c\.?p|p\.? ?iva|r\.?g|partita iva`,
  'prot(?:ocoll[oi])?|tel(?:efon[oi])?|cell(?:ular[ei])?|fax|verde|interno|iban|conto|cap|cig|cup|codic[ei]|targa|pec',
  'circolar[ei]|legg[ei]|decret[oi]|art(?:icol[oi])?|not[ae]|messaggi[oi]?|sentenz[ae]|ordinanz[ae]|deliber[ae]',
  'determin[ae]|regolament[oi]|direttiv[ae]|pratic(?:a|he)|fascicol[oi]|modul[oi]|modell[oi]|mod|repertorio|rep|ticket',
  'import[oi]|euro|assicurat[ae]|raccomandat[ae]|bollettin[oi]|data|nat[oaie]|istanz[ae]|domand[ae]|ricevut[ae]',
].join('|');
const labels = new RegExp(
  `(?<!\\p{L})(?:(?<permit>${permitWords})|(?<passport>${passportWords})|(?<other>${otherWords}))(?!\\p{L})`,
  'giu',
);
/** Nothing between a word and its number but the sign for "number". */
const rightAfter = /^[\s.:,_°º-]*(?:n|nr|num|numero|no)?[.:°º№]*\s*$/iu;
const numberSign = /(?<!\p{L})(?:n|nr|num|numero|no)[.:°º]*[ :]*$|[№][ ]*$/iu;

type Candidate = { written: string; start: number; end: number; before: string; after: string };

/**
 * A codice fiscale with its right check character blocks; numbers of permits and passports block near their word and,
 * where their shape is unmistakable (`I` and eight digits, two letters and seven), warn without it. What else is named
 * between silences only the other shapes: dates, protocol numbers, citations, telephone and account numbers are never
 * found. Linear in the length of the text.
 */
export function findPersonalData(text: string): FoundData[] {
  const codes = findTaxCodes(text).map((range) => ({
    ...range,
    kind: 'codice-fiscale' as const,
    level: 'block' as const,
  }));
  const plain = text.replace(address, (found) => ' '.repeat(found.length));
  const numbers = [...plain.matchAll(number)].flatMap((match) => judge(candidateOf(plain, match)));
  return [...codes, ...numbers].sort((one, other) => one.start - other.start);
}

/** A lower-case word before the digits is a word: in `di 1234567` only the digits count. */
function candidateOf(text: string, match: RegExpExecArray): Candidate {
  const [, word = ''] = /^([a-z]{1,2}[ -])/.exec(match[0]) ?? [];
  const start = match.index + word.length;
  const end = match.index + match[0].length;
  const before = text.slice(Math.max(0, start - near - longestLabel), start);
  return {
    written: match[0].slice(word.length),
    start,
    end,
    before,
    after: text.slice(end, end + near + longestLabel),
  };
}

function judge(candidate: Candidate): FoundData[] {
  const { written, start, end, before, after } = candidate;
  if (/\d[./-]$/.test(before) || /^[./-]\d/.test(after)) return [];
  const shape = strongShape(written.replace(/[ -]/, '').toUpperCase());
  if (shape) {
    const isCertain = isNamed(before, after);
    const isShouted = written === written.toUpperCase();
    return isCertain || isShouted ? [{ kind: shape, level: isCertain ? 'block' : 'warn', start, end }] : [];
  }
  const [last, first] = [labelBefore(before), labelAfter(after)];
  const kind = last?.kind === 'other' ? undefined : (last?.kind ?? first);
  const digitsOnly = /^\d+$/.test(written);
  if (kind !== 'permit' && kind !== 'passport') return [];
  const isNumbered =
    numberSign.test(before) || (last !== undefined && rightAfter.test(before.slice(last.end)));
  const fits =
    kind === 'permit' ? isPermit(written, isNumbered) : isPassport(written, !digitsOnly || isNumbered);
  return fits ? [{ kind, level: 'block', start, end }] : [];
}

/** Italian permits: `I` and eight digits; passports of Italy and many others: two letters and seven digits. */
function strongShape(compact: string): 'permit' | 'passport' | undefined {
  if (/^I\d{8}$/.test(compact)) return 'permit';
  return /^[A-Z]{2}\d{7}$/.test(compact) ? 'passport' : undefined;
}

function isPermit(written: string, isNumbered: boolean): boolean {
  const compact = written.replace(/[ -]/, '');
  if (/^\d+$/.test(compact)) return isNumbered && !isDate(compact);
  return /^[A-Z]{1,3}\d{6,9}$/i.test(compact);
}

function isPassport(written: string, isNumbered: boolean): boolean {
  const compact = written.replace(/[ -]/, '');
  const digits = compact.replace(/\D/g, '').length;
  return isNumbered && /^[A-Z0-9]{8,9}$/i.test(compact) && digits >= 5 && !isDate(compact);
}

/** `01022024` and `20240201`. */
function isDate(digits: string): boolean {
  return /^(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/.test(
    digits,
  );
}

/** Whether a word of permits or passports stands near at all, whatever else is named in between. */
function isNamed(before: string, after: string): boolean {
  const isOne = (match: RegExpExecArray) => kindOf(match) !== 'other';
  return (
    [...before.matchAll(labels)].some(
      (match) => isOne(match) && before.length - match.index - match[0].length <= near,
    ) || [...after.matchAll(labels)].some((match) => isOne(match) && match.index <= near)
  );
}

function labelBefore(before: string): { kind: string; end: number } | undefined {
  const match = [...before.matchAll(labels)].at(-1);
  if (!match) return undefined;
  const end = match.index + match[0].length;
  return before.length - end <= near ? { kind: kindOf(match), end } : undefined;
}

function labelAfter(after: string): string | undefined {
  const [match] = after.matchAll(labels);
  return match && match.index <= near ? kindOf(match) : undefined;
}

function kindOf({ groups }: RegExpExecArray): string {
  return groups?.permit ? 'permit' : groups?.passport ? 'passport' : 'other';
}
