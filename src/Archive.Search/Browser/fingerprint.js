/** Error lines to fingerprints: the same as Fingerprint in C#, step by step. */

import { BREAK } from './folding.js';
import { foldWord } from './analysis.js';

const PIECE = new RegExp(`#|(?:[^${BREAK}]|[-._:/\\\\@$])+`, 'gu');
const SUB = new RegExp(`[^${BREAK}]+`, 'gu');
const LEADING = new Set('# error err warn warning info debug trace fatal critical crit notice severe level jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun utc gmt'.split(' '));
const isInWord = (unit) => unit !== undefined && (/[A-Za-z0-9]/.test(unit) || unit > '\x7f');

function withoutQuoted(text, keepsQuoted) {
  let open = '';
  let end = -1;
  for (let i = 0; i < text.length; i++) {
    if ('"\'`'.includes(text[i]) && i !== end && !isInWord(text[i - 1])) {
      let close = text.indexOf(text[i], i + 1);
      while (close >= 0 && isInWord(text[close + 1])) close = text.indexOf(text[i], close + 1);
      if (close > i + 1 && close - i <= 200) {
        if (keepsQuoted || text.slice(i, close).split(' ').length > 2) {
          end = close;
        } else {
          open += ' # ';
          i = close;
          continue;
        }
      }
    }
    open += text[i];
  }
  return open;
}

/** @returns {string[]} the words of a piece between spaces, # for what varies */
function constantWords(piece) {
  if (piece === '#') return ['#'];
  const subs = [...piece.matchAll(SUB)];
  if (!subs.length) return [];
  if (/^\.{0,2}\/./.test(piece) || piece.split('/').length > 2 || piece.includes('\\') || /^[0-9a-f.]*:[0-9a-f.]*:[0-9a-f.:]*$/i.test(piece)) return ['#'];
  const words = [];
  for (const { 0: raw, index } of subs) {
    const word = foldWord(raw);
    const changes = word.match(/[0-9](?![0-9]|$)|[^0-9](?=[0-9])/g)?.length ?? 0;
    if (/^[0-9]+$/.test(word)) {
      words.push(/^0.../.test(word) && /(?<![^-._:/@$])[A-Z]{2,5}-$/.test(piece.slice(0, index)) ? word : '#');
    } else if (!changes) {
      if (word) words.push(word);
    } else if (/^(0x[0-9a-f]+|[0-9]+[a-z]{1,3})$/.test(word)) words.push('#');
    else if (/^[0-9a-f]{6,}$/.test(word) || (word.length > 3 && changes > 1)) {
      words.push('#');
      break;
    } else words.push(word.replace(/[0-9]+/g, '#'));
  }
  return words;
}

/**
 * What stays of an error line when numbers, ids, times, addresses, paths and quoted values become #; a quoted message stays.
 * @param {string} line @param {boolean} [keepsQuoted] names in quotes stay too @returns {string | null} null where too little is left to recognise anything by
 */
export function fingerprint(line, keepsQuoted) {
  const words = [];
  for (const [piece] of withoutQuoted(line.slice(0, 1000), keepsQuoted).matchAll(PIECE)) {
    for (const word of constantWords(piece)) {
      if (word !== '#' || words.at(-1) !== '#') words.push(word);
    }
  }
  let from = 0;
  while (LEADING.has(words[from])) from++;
  const kept = words.slice(from, from + 32);
  if (kept.at(-1) === '#') kept.pop();
  const constant = kept.filter((word) => word !== '#');
  return constant.length < 2 || constant.join('').length < 8 ? null : kept.join(' ');
}

/** Its fingerprint, and the one with names where there are any. */
export function fingerprints(line) {
  const plain = fingerprint(line);
  return plain ? [...new Set([plain, fingerprint(line, true)])].filter(Boolean) : [];
}
