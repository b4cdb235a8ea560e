/** Finds and scores documents, in whole numbers only: the same as Evaluation and Ranking in C#, step by step. */

import { idfOf, textOf } from './terms.js';

const MOST_WORDS = 128;
const COORDINATED_WORDS = 4;
const PROXIMITY_BYTES = 6144;
const ABOVE_ALL = 2 ** 27;

/** @returns {Matches} */
export const unscored = (documents) => ({ documents, scores: new Float64Array(documents.length), covered: new Int32Array(documents.length) });

/** @param {Term} term @returns {Matches} */
export const scored = ({ documents, impacts, idf }, times = 1) => ({
  documents, scores: new Float64Array(impacts).map((impact) => idf * times * impact), covered: new Int32Array(documents.length).fill(idf),
});

/** Adds up matches by document. */
export class Sum {
  constructor(count) {
    this.scores = new Float64Array(count);
    this.covered = new Int32Array(count);
    this.isFound = new Uint8Array(count);
  }

  add({ documents, scores, covered }) {
    for (let i = 0; i < documents.length; i++) {
      this.isFound[documents[i]] = 1;
      this.scores[documents[i]] += scores[i];
      this.covered[documents[i]] += covered[i];
    }
  }

  /** @returns {Matches} of all that were found, unless told */
  of(documents = everyDocument(this.isFound.length).filter((document) => this.isFound[document])) {
    return { documents, scores: new Float64Array(documents).map((document) => this.scores[document]), covered: new Int32Array(documents).map((document) => this.covered[document]) };
  }
}

export const everyDocument = (count) => new Int32Array(count).map((_, document) => document);

/** Terms of a title begin with U+0001, of an error signature with U+0002. */
export const scopeOf = (field) => ({ title: '\x01', error: '\x02' })[field] ?? '';
export const idTerm = (text) => `\x04${text.trim().toLowerCase()}`;
export const isWhole = ({ type, match, field }) => type === 'word' && match === 'Whole' && field !== 'id';

/** One evaluation; collects the scored words on its way. */
export class Evaluation {
  /** @param {Node | null} typing the word that is not finished @param {boolean} keepsStopWords the query has nothing else */
  constructor(index, typing, keepsStopWords) {
    Object.assign(this, { index, files: index.files, terms: index.terms, manifest: index.manifest, typing, keepsStopWords, words: [], marked: new Set(), hasUnknown: false });
  }

  /** @param {Query} query @returns {Matches} */
  rank({ root, fingerprints }) {
    const found = this.group(root.clauses);
    const scores = this.coordinated(found);
    const extra = [...fingerprints.slice(0, MOST_WORDS).map(fingerprintTerm), ...this.ids(root)].map((term) => this.terms.find(term)).filter(Boolean).map(({ documents }) => {
      const part = unscored(documents);
      part.scores.fill(idfOf(this.manifest.documents, documents.length) * ABOVE_ALL);
      return part;
    });
    const near = this.nearness(found.documents, scores);
    if (near) extra.push(near);
    const sum = new Sum(this.manifest.documents);
    for (const part of [{ ...found, scores }, ...extra]) sum.add(part);
    return sum.of(root.clauses.every(({ occurrence }) => occurrence === 'Should') ? undefined : found.documents);
  }

  /** Any of some words: the rest of the language is in language.js. */
  group(clauses) {
    const count = this.manifest.documents;
    if (!clauses.length) return unscored(everyDocument(count));
    if (!clauses.every(({ occurrence, node }) => occurrence === 'Should' && isWhole(node))) return this.files.module('language')?.group(this, clauses) ?? unscored([]);
    const sum = new Sum(count);
    for (const part of this.scoredWords(clauses.map(({ node }) => node))) sum.add(part);
    return sum.of();
  }

  /** Words that are the same are one. @returns {Matches[]} */
  scoredWords(nodes) {
    const groups = new Map();
    for (const node of nodes) {
      const isTyping = node === this.typing;
      const scope = scopeOf(node.field);
      const tokens = this.terms.tokens(node.text).filter(({ kind }) => this.keepsStopWords || kind !== 'StopWord' || isTyping);
      for (const token of tokens) {
        const isTyped = isTyping && token === tokens.at(-1);
        const key = `${scope + token.terms[0]} ${isTyped}`;
        const group = groups.get(key) ?? { scope, token, isTyped, isName: token.kind === 'Identifier', times: 0 };
        groups.set(key, group);
        group.times++;
      }
    }
    let all = [...groups.values()];
    if (all.length > MOST_WORDS) all = [...all.filter(({ isName }) => isName), ...all.filter(({ isName }) => !isName)].slice(0, MOST_WORDS);
    return all.map(({ scope, token, isTyped, isName, times }) => this.noted(this.terms.term(scope, token, isTyped), times, !isName));
  }

  /** @param {Term} term @param {boolean} isPlaced its nearness to others counts */
  noted(term, times, isPlaced) {
    this.mark(term);
    this.hasUnknown ||= !term.documents.length && term.word.length > 3;
    this.words.push({ placed: isPlaced && term.documents.length ? term : null, idf: term.idf });
    return scored(term, times);
  }

  mark({ parts }) {
    for (const { term } of parts) this.marked.add(textOf(term).replace(/^[\x01\x02]/, ''));
  }

  /** More of the words wins, where they are few. */
  coordinated({ scores, covered }) {
    const all = this.words.reduce((sum, { idf }) => sum + idf, 0);
    if (this.words.length < 2 || this.words.length > COORDINATED_WORDS || !all) return scores;
    return scores.map((score, i) => Math.floor(score * Math.floor(Math.sqrt(Math.floor(Math.min(covered[i], all) * 1048576 / all))) / 1024));
  }

  /** Words like ids. */
  ids({ clauses }) {
    const words = clauses.map(({ node }) => node).filter((node) => isWhole(node) && !node.field && /^(?=.*\d)(?=.*[-_]).{1,32}$/s.test(node.text));
    return [...new Set(words.map(({ text }) => text))].slice(0, 4).map(idTerm);
  }

  /** Of the words that count for it, where they are few and their positions small. @returns {Matches | undefined} */
  nearness(documents, scores) {
    const words = this.words.map(({ placed }) => placed).filter(Boolean);
    const bytes = words.flatMap(({ parts }) => parts).reduce((sum, { places }) => sum + places.length, 0);
    return words.length < 2 || words.length > 8 || bytes > PROXIMITY_BYTES || this.files.missing.size ? undefined : this.files.module('places')?.nearness(this.terms, words, documents, scores);
  }
}

/** FNV-1a over UTF-16 units. */
function fingerprintTerm(line) {
  let hash = 2166136261;
  for (let i = 0; i < line.length; i++) hash = Math.imul(hash ^ line.charCodeAt(i), 16777619);
  return `\x03${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

/** The first of a list, in order: quick where it is nearly in the opposite order. */
export function best(list, most, compare) {
  const chosen = [];
  for (let i = list.length - 1; i >= 0; i--) {
    let at = chosen.length;
    while (at && compare(list[i], chosen[at - 1]) < 0) at--;
    if (at < most) chosen.splice(at, 0, list[i]);
    chosen.length = Math.min(chosen.length, most);
  }
  return chosen;
}
