/** Text to tokens: the same as Archive.Search.Analysis in C#, step by step. */

import { STOP_WORDS, stem, tokenOf } from './words.js';

/**
 * @typedef {'Word' | 'StopWord' | 'Identifier' | 'Part'} TokenKind
 * @typedef {{ word: string, kind: TokenKind, position: number, start: number, length: number }} Token
 *   word is folded, not stemmed; start and length are of the text as given.
 */

const MAX_LENGTH = 64;
/** A longer segment is not split by case: it is no name. */
const MAX_CASED = 48;

/** Scripts that put no spaces between words are read in overlapping pairs. */
const PAIRED = '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uff66-\\uff9f\\u{20000}-\\u{3ffff}';
const STARTS_PAIRED = new RegExp(`^[${PAIRED}]`, 'u');

let fold;
let chunks;

/** What breaks words, and how a letter is folded: of ASCII only until folding.js is there. */
export function learn(breaks, foldLetter) {
  fold = foldLetter;
  const word = `[^${breaks}${PAIRED}]+`;
  chunks = new RegExp(`(?:(?![${breaks}])[${PAIRED}])+|${word}(?:(?:::|[-._:/\\\\@$]|(?<=[0-9]),(?=[0-9])|(?<![0-9])['’](?![0-9]))${word})*`, 'gu');
}
learn('\\0-/:-@[-`{-\\x7f', (letter) => letter.toLowerCase());

const CASED = /(?<=[a-z])(?=[A-Z])|(?<=[0-9])(?=[A-Z][a-z])|(?<=[A-Z])(?=[A-Z][a-z][a-z])/;
const JOINED = /[-._:/\\@$,]/;
const BEFORE_FLAG = ' \t\r\n"\'`([=|';

/** @param {string} text @returns {string} as tokens are folded */
export function foldWord(text) {
  let word = '';
  for (const letter of text) {
    const next = letter === '’' ? "'" : fold(letter);
    if (word.length + next.length > MAX_LENGTH) break;
    word += next;
  }
  return word;
}

/** @returns {[number, number][]} where the pieces between separators lie */
function pieces(text, start, end, separators) {
  const found = [];
  let at = start;
  for (const piece of text.slice(start, end).split(separators)) {
    found.push([at, at + piece.length]);
    at += piece.length;
    while (at < end && separators.test(text[at])) at++;
  }
  return found;
}

const isCompound = (text) => JOINED.test(text) || text.includes('_') || (text.length <= MAX_CASED && CASED.test(text));

/** @param {string} text @param {boolean} isCode @returns {Token[]} in order; an identifier comes before its parts and has the position of the first */
export function tokenize(text, isCode = false) {
  const found = [];
  let position = 0;
  const add = (start, end, kind, word = foldWord(text.slice(start, end))) => {
    if (word) found.push({ word, kind, position: kind === 'Identifier' ? position : position++, start, length: end - start });
  };
  for (const match of text.matchAll(chunks)) {
    const chunk = match[0];
    const start = match.index;
    const end = start + chunk.length;
    if (STARTS_PAIRED.test(chunk)) addPairs(chunk, start, add);
    else addChunk(text, start, end, isCode, add);
  }
  return found;
}

function addPairs(chunk, start, add) {
  const ends = [];
  let at = start;
  for (const letter of chunk) {
    at += letter.length;
    const word = fold(letter);
    if (ends.length && (!word || '\u3099\u309a'.includes(word))) ends.pop();
    ends.push(at);
  }
  for (let i = 0; i < Math.max(1, ends.length - 1); i++) add(i ? ends[i - 1] : start, ends[i + 1] ?? ends[i], 'Word');
}

function addChunk(text, start, end, isCode, add) {
  const chunk = text.slice(start, end);
  const isLetters = /^[A-Za-z]+$/.test(chunk);
  const dashes = text[start - 1] !== '-' || !/[A-Za-z]/.test(text[start]) ? 0 : text[start - 2] === '-' ? 2 : isCode ? 1 : 0;
  const isFlag = dashes && (start === dashes || BEFORE_FLAG.includes(text[start - dashes - 1]));
  const signs = !isLetters ? 0
    : text.startsWith('++', end) && text[end + 2] !== '+' ? 2
    : chunk.length === 1 && text[end] === '#' && !/[A-Za-z0-9]/.test(text[end + 1] ?? '') ? 1 : 0;
  const isDressed = isFlag || signs > 0;
  if (isDressed || isCompound(chunk)) add(start - (isFlag ? dashes : 0), end + signs, 'Identifier');
  const isPlain = !isDressed && !(isCode ? /[-0-9:\\/@,.$_]/ : /[0-9:\\@,.$_]/).test(chunk) && !CASED.test(chunk);
  const inner = ([from, to], isWhole) => {
    if (!isWhole && isCompound(text.slice(from, to))) add(from, to, 'Identifier');
  };
  for (const large of pieces(text, start, end, /[:\\/@,]+/)) {
    inner(large, large[1] - large[0] === end - start && !isDressed);
    for (const small of pieces(text, ...large, /[.$]+/)) {
      inner(small, small[1] - small[0] === large[1] - large[0]);
      for (const [from, to] of pieces(text, ...small, /[-_]+/)) {
        let at = from;
        for (const leaf of small[1] - small[0] <= MAX_CASED ? text.slice(from, to).split(CASED) : [text.slice(from, to)]) {
          const word = foldWord(leaf);
          add(at, at += leaf.length, isPlain ? (STOP_WORDS.has(word) ? 'StopWord' : 'Word') : 'Part', word);
        }
      }
    }
  }
}

const stems = new Map();

/** @param {Token} token @returns {string} what is looked up: the stem of a word, all else as it is */
export function termOf({ word, kind }) {
  if (kind === 'Identifier' || kind === 'Part') return word;
  if (!stems.has(word)) stems.set(word, stem(word));
  return stems.get(word);
}

/** Of a text in a query. @returns {QueryToken[]} */
export const queryTokens = (text) => tokenize(text).map(({ word, kind, position }) => tokenOf(word, kind, position));
