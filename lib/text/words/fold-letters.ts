// One spelling for what is written in many: small letters, no accents, one kind of apostrophe.

/** Marks that combine with the letter before them, once a letter is taken apart. */
const marks = /\p{M}+/gu;
/** What keyboards, word processors and mail programs write for an apostrophe. */
const apostrophes = /[\u2018\u2019\u201B\u02BC\u02B9\u0060\u00B4\u2032\uFF07]/g;

/** Most words are as they shall be already. */
const isPlain = /^[a-z]+$/;

/** The same words always give the same letters, whoever typed them. */
export function foldLetters(text: string): string {
  if (isPlain.test(text)) return text;
  return text.replace(apostrophes, "'").normalize('NFKD').replace(marks, '').toLowerCase();
}
