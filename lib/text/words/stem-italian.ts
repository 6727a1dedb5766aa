// The stem of an Italian word: the Snowball algorithm for Italian, on words in small letters without accents.
// Source of the rules: https://snowballstem.org/algorithms/italian/stemmer.html
// A test holds it to the `italian_stem` of PostgreSQL. It differs in two things: who types without accents means the same,
// so that `idoneita` ends like `idoneità`; and nouns that end like verbs keep their plurals.

type Word = { letters: string; rv: number; r1: number; r2: number };

/** Suffixes, longest first, so that the first that fits is the longest that does. */
const list = (suffixes: string) => suffixes.split(' ').toSorted((one, other) => other.length - one.length);

const pronouns = list(
  'ci gli la le li lo mi ne si ti vi sene gliela gliele glieli glielo gliene mela mele meli melo mene tela tele teli telo tene cela cele celi celo cene vela vele veli velo vene',
);
const standard = list(
  'anza anze ico ici ica ice iche ichi ismo ismi abile abili ibile ibili ista iste isti oso osi osa ose mente atrice atrici ante anti azione azioni atore atori logia logie uzione uzioni usione usioni enza enze amento amenti imento imenti amente ita ivo ivi iva ive',
);
const verbal = list(
  'ammo ando ano are arono asse assero assi assimo ata ate ati ato ava avamo avano avate avi avo emmo enda ende endi endo erai eranno ere erebbe erebbero erei eremmo eremo ereste eresti erete erono essero ete eva evamo evano evate evi evo iamo iate immo irai iranno ire irebbe irebbero irei iremmo iremo ireste iresti irete irono isca iscano isce isci isco iscono issero ita ite iti ito iva ivamo ivano ivate ivi ivo ono uta ute uti uto ar ir',
);

/** One and many of these are one word: `circolare` is no verb here. */
const nounLikeVerb = /^(.*(?:circol|famili|titol|regol|particol|consol|milit|popol)ar)[ei]$/;

/** @param word one word, folded: see `foldLetters` */
export function stemItalian(word: string): string {
  if (!/^[a-z]{3,}$/.test(word)) return word;
  const noun = nounLikeVerb.exec(word)?.[1];
  if (noun) return noun;
  const marked = markConsonants(word);
  const bare = cutPronoun({ letters: marked, ...regions(marked) });
  const shorter = cutStandard(bare) ?? cutVerbal(bare);
  return cutVowel(shorter).letters.toLowerCase();
}

/** A `u` after `q`, and `i` or `u` between vowels, sound as consonants: written large while the word is cut. */
function markConsonants(word: string): string {
  return word.replace(/qu/g, 'qU').replace(/(?<=[aeiou])[iu](?=[aeiou])/g, (letter) => letter.toUpperCase());
}

function regions(word: string): Omit<Word, 'letters'> {
  const r1 = afterSyllable(word, 0);
  return { rv: verbRegion(word), r1, r2: afterSyllable(word, r1) };
}

/** Behind the first consonant that follows a vowel. */
function afterSyllable(word: string, from: number): number {
  const found = /[aeiou][^aeiou]/.exec(word.slice(from));
  return found ? from + found.index + 2 : word.length;
}

function verbRegion(word: string): number {
  const [first = '', second = ''] = word;
  if (!isVowel(second)) return behind(word, /[aeiou]/);
  return isVowel(first) ? behind(word, /[^aeiou]/) : 3;
}

function behind(word: string, letter: RegExp): number {
  const found = word.slice(2).search(letter);
  return found < 0 ? word.length : found + 3;
}

function isVowel(letter: string): boolean {
  return 'aeiou'.includes(letter);
}

/** The longest of the suffixes the word ends in, whichever region it stands in. */
function ending({ letters }: Word, suffixes: readonly string[]): string | undefined {
  return suffixes.find((suffix) => letters.endsWith(suffix));
}

function stands(word: Word, suffix: string, region: 'rv' | 'r1' | 'r2'): boolean {
  return word.letters.endsWith(suffix) && word.letters.length - suffix.length >= word[region];
}

function cut(word: Word, suffix: string, instead = ''): Word {
  return { ...word, letters: word.letters.slice(0, word.letters.length - suffix.length) + instead };
}

/** Of several suffixes in a row, each only behind the one before and only in R2. */
function cutChain(word: Word, chain: readonly (readonly string[])[]): Word {
  const [suffixes = [], ...rest] = chain;
  const found = suffixes.find((suffix) => stands(word, suffix, 'r2'));
  return found === undefined ? word : cutChain(cut(word, found), rest);
}

function cutPronoun(word: Word): Word {
  const pronoun = ending(word, pronouns);
  if (pronoun === undefined) return word;
  const without = cut(word, pronoun);
  if (['ando', 'endo'].some((end) => stands(without, end, 'rv'))) return without;
  return ['ar', 'er', 'ir'].some((end) => stands(without, end, 'rv')) ? cut(word, pronoun, 'e') : word;
}

/** @returns undefined when no suffix was cut */
function cutStandard(word: Word): Word | undefined {
  const suffix = ending(word, standard);
  if (suffix === undefined) return undefined;
  if (suffix === 'amente') return stands(word, suffix, 'r1') ? cutAdverb(cut(word, suffix)) : undefined;
  const region = /^[ai]ment[oi]$/.test(suffix) ? 'rv' : 'r2';
  if (!stands(word, suffix, region)) return undefined;
  return cutBehind(cut(word, suffix, replacement(suffix)), suffix);
}

function replacement(suffix: string): string {
  if (suffix.startsWith('logi')) return 'log';
  if (/^u[zs]ion/.test(suffix)) return 'u';
  return suffix.startsWith('enz') ? 'ente' : '';
}

function cutBehind(word: Word, suffix: string): Word {
  if (/^a(?:zion|tor)/.test(suffix)) return cutChain(word, [['ic']]);
  if (suffix === 'ita') return cutChain(word, [['abil', 'ic', 'iv']]);
  return /^iv[oiae]$/.test(suffix) ? cutChain(word, [['at'], ['ic']]) : word;
}

function cutAdverb(word: Word): Word {
  if (stands(word, 'iv', 'r2')) return cutChain(word, [['iv'], ['at']]);
  return cutChain(word, [['abil', 'os', 'ic']]);
}

function cutVerbal(word: Word): Word {
  const suffix = verbal.find((each) => stands(word, each, 'rv'));
  return suffix === undefined ? word : cut(word, suffix);
}

function cutVowel(word: Word): Word {
  const vowel = ['a', 'e', 'i', 'o'].find((each) => stands(word, each, 'rv'));
  const shorter = vowel === undefined ? word : cut(word, vowel);
  const bare = vowel !== undefined && stands(shorter, 'i', 'rv') ? cut(shorter, 'i') : shorter;
  return stands(bare, 'ch', 'rv') || stands(bare, 'gh', 'rv') ? cut(bare, 'h') : bare;
}
