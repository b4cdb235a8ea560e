/** Words that are near a word: the same as Spelling and WordDistance in C#, step by step. Loaded when a word is unknown. */

import { isWhole, MOST_WORDS, scored, Sum } from './reader.js';
import { textOf } from './index.js';
import { stem } from './words.js';

const CANDIDATES = 3;
const PREFIX_TERMS = 1024;

const keyOf = (value) => JSON.stringify(value);
export const distinct = (list) => {
  const keys = list.map(keyOf);
  return list.filter((_, i) => keys.indexOf(keys[i]) === i);
};

/** Those of some matches that a list of documents has, or has not. @returns {Matches} */
export function kept({ documents, scores, covered }, others, isIn) {
  let other = 0;
  const isIt = documents.map((document) => {
    while (others[other] < document) other++;
    return others[other] === document;
  });
  const isKept = (_, i) => !!isIt[i] === isIn;
  return { documents: documents.filter(isKept), scores: scores.filter(isKept), covered: covered.filter(isKept) };
}

export const editsFor = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** The file of the lexicon that holds a word. */
const letterOf = (word) => (/^[a-z]/.test(word) ? word[0] : `u${word.charCodeAt(0) >> 8}`);

/** Words that begin with a letter. @returns {[word: string, documents: number][]} */
function wordsOf({ files, manifest }, letter) {
  const check = manifest.words[letter];
  if (check === undefined) return [];
  return files.opened(`words-${check}`, (cursor) => {
    let word = '';
    return Array.from({ length: cursor.varint() }, () => {
      word = cursor.shared(word);
      return [textOf(word), cursor.varint()];
    });
  }) ?? [];
}

/** Words are stemmed in the index: "connecti" begins "connection", which stands there as "connect". */
export function inflected(terms, prefix) {
  const begun = wordsOf(terms, letterOf(prefix)).filter(([word]) => word.startsWith(prefix));
  return [...new Set(begun.map(([word]) => stem(word)))].slice(0, PREFIX_TERMS).map((word) => terms.find(word)).filter(Boolean);
}

/** All words within so many edits. */
export function like(terms, word, edits) {
  const words = new Set([...nearest(terms, word, edits, 50), word]);
  const near = new Set([...words].flatMap((each) => [stem(each), each]));
  return terms.together(`${word}~`, [...near].map((term) => terms.find(term)).filter(Boolean));
}

/** The nearest words, the most frequent of them first. */
function nearest(terms, word, edits, most) {
  if (!edits || word.length < 2) return [];
  const near = [...new Set([letterOf(word), letterOf(word.slice(1))])];
  let found = within(terms, near, word, edits);
  if (!found.length && word.length >= 5 && !terms.files.missing.size) found = within(terms, Object.keys(terms.manifest.words).filter((letter) => !near.includes(letter)), word, edits);
  found.sort((a, b) => a[2] - b[2] || b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return found.slice(0, most).map(([each]) => each);
}

function within(terms, letters, word, edits) {
  const found = [];
  for (const letter of letters) {
    for (const [candidate, documents] of wordsOf(terms, letter)) {
      if (Math.abs(candidate.length - word.length) > edits) continue;
      const distance = distanceOf(word, candidate);
      if (distance && distance <= edits) found.push([candidate, documents, distance]);
    }
  }
  return found;
}

/** Optimal string alignment. */
function distanceOf(a, b) {
  let twoBefore = [];
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(before[j - 1] + (a[i - 1] !== b[j - 1]), before[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], twoBefore[j - 2] + 1);
    }
    [twoBefore, before] = [before, row];
  }
  return before[b.length];
}

/** One word of four letters or more, none of them beyond 16 bits. */
function isCorrectable(node, tokens) {
  return isWhole(node) && node.field !== 'error' && tokens.length === 1 && tokens[0].kind !== 'StopWord' && tokens[0].word.length > 3 && tokens[0].word.split('').every((unit) => /\p{L}/u.test(unit));
}

/** Replaces words that no document has. @returns {Query | null} null where nothing is to be corrected */
export function corrected({ terms, files, manifest }, query, typing) {
  const words = query.root.clauses.filter(({ occurrence, node }) => occurrence !== 'MustNot' && isCorrectable(node, terms.tokens(node.text ?? ''))).map(({ node }) => node);
  if (words.length > MOST_WORDS) return null;
  const tokenOf = (node) => terms.tokens(node.text)[0];
  const unknown = new Map(words.filter((node) => !terms.term('', tokenOf(node), node === typing).documents.length).map((node) => [keyOf(node), node]));
  if (!unknown.size || files.missing.size) return null;
  const sum = new Sum(manifest.documents);
  for (const node of words) if (!unknown.has(keyOf(node))) sum.add(scored(terms.term('', tokenOf(node)), 1));
  const context = sum.of();
  const shared = (word) => {
    const found = terms.find(stem(word));
    return found ? kept(context, found.documents, true).covered.reduce((most, each) => Math.max(most, each), 0) : 0;
  };
  const replacement = (node) => {
    const { word } = tokenOf(node);
    for (let edits = 1; edits <= editsFor(word) && !files.missing.size; edits++) {
      const near = nearest(terms, word, edits, CANDIDATES).map((candidate) => [candidate, context.documents.length ? shared(candidate) : 0]);
      if (near.length) return near.reduce((found, each) => (each[1] > found[1] ? each : found))[0];
    }
    return null;
  };
  const replacements = new Map([...unknown].map(([key, node]) => [key, replacement(node)]).filter(([, by]) => by));
  if (!replacements.size) return null;
  const clauses = query.root.clauses.map((clause) => {
    const by = replacements.get(keyOf(clause.node));
    return by ? { ...clause, node: { ...clause.node, text: by } } : clause;
  });
  return { ...query, root: { type: 'group', clauses } };
}
