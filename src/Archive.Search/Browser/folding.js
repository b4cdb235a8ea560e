/** Which code points are parts of words, and what each is folded to: NFKC, case, diacritics. Nothing here asks the browser what a letter is. */

import { learn } from './analysis.js';

export { queryTokens } from './analysis.js';

/**
 * Where breaks begin and end in turn, above ASCII: steps from U+0080 in base 36. Punctuation, symbols, spaces and controls of Unicode 17
 * where scripts in wide use have them; all else, assigned or not, belongs to words.
 */
const BREAKS = '0 16 1 2 1 4 2 1 1 3 2 1 3 1 n 1 v 1 cq 4 c e 5 7 1 1 1 h 39 1 8 1 5 2 1 1 32 1 3v 1 5z 6 15 8 19 1 1 1 2 1 2 1 18 t b 1 1 3 22 4 2u 1 8 2 a 1 j 2 h1 2 a 1 w3 1 22 1 f 1 a 2 4l n y 4 7g 6 4r 1 h0 9 vf 8 10 b 1kl c 4 q 5 1d q 5 b 6 g 1c 1c 2 1 4 1 2 a 1 1 3 5 6 1 1 1 1 1 1 4 1 b 2 4 5 5 4 1 1 1m 22e e8 ed 3 p f 1 5 2 5 4 2i 2 3 1 2i 1 44 g w 1c g e8 534 1s r9c 6io fd 1 3s x a3 i 1s 2 1i 14 c 4 g g g 1s 41 f a 7 q 6 q b 3e w 1534 sg 5j4 268 iadc';

/** Marks that may be left out, and what cannot be seen. */
const SILENT = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u061c\u180b-\u180f\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]/gu;

/** Code points whose case and compatibility forms no version of Unicode after 15.0 has touched. */
const SETTLED = /[\u0080-\u1c88\u1c90-\ua7ca\uab30-\uffff\u{10400}-\u{105ff}\u{10c80}-\u{10cff}\u{118a0}-\u{118df}\u{16e40}-\u{16e7f}\u{1d400}-\u{1d7ff}\u{1e900}-\u{1e943}\u{2f800}-\u{2fa1f}]/u;

const WHOLE = { ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ŧ: 't', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th' };

const hex = (point) => `\\u{${point.toString(16)}}`;
let at = 128;
const toggles = BREAKS.split(' ').map((step) => (at += parseInt(step, 36)));
let ranges = '\\0-/:-@[-`{-\\x7f';
for (let i = 0; i < toggles.length; i += 2) ranges += `${hex(toggles[i])}-${hex((toggles[i + 1] ?? 0x110000) - 1)}`;

/** The inside of a character class: all that is not part of a word. */
export const BREAK = ranges;
const isBreak = new RegExp(`[${ranges}]`, 'gu');
const folded = new Map();

/** @param {string} letter one code point @returns {string} without breaks; may be empty */
function foldLetter(letter) {
  let text = letter;
  if (SETTLED.test(letter)) {
    const bare = () => { text = text.normalize('NFKD').replace(SILENT, ''); };
    bare();
    text = text.toUpperCase().toLowerCase();
    bare();
    text = [...text].map((part) => WHOLE[part] ?? part).join('');
  }
  return text.replace(SILENT, '').replace(isBreak, '');
}

/** @param {string} letter one code point */
export function fold(letter) {
  if (letter < '\x80') return letter.toLowerCase();
  if (!folded.has(letter)) folded.set(letter, foldLetter(letter));
  return folded.get(letter);
}

learn(BREAK, fold);
