/** Finds and scores documents, in whole numbers only: as Evaluation and Ranking in C#, step by step. */

import { everyDocument, textOf } from './terms.js';

const MOST_WORDS = 128;
const COORDINATED_WORDS = 4;
const NEAR_WORDS = 8;
const NEAR_BYTES = 6144;
const ABOVE_ALL = 2 ** 27;

export const unscored = (documents) => ({ documents, scores: new Float64Array(documents.length), covered: new Int32Array(documents.length) });

export const scored = ({ documents, impacts, idf }, times = 1) => ({
  documents,
  scores: new Float64Array(impacts).map((impact) => idf * times * impact),
  covered: new Int32Array(documents.length).fill(idf),
});

/** Adds up matches by document. */
export class Sum {
  constructor(count) {
    this.scores = new Float64Array(count);
    this.covered = new Int32Array(count);
    this.found = new Uint8Array(count);
  }

  add({ documents, scores, covered }) {
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i];
      this.found[document] = 1;
      this.scores[document] += scores[i];
      this.covered[document] += covered[i];
    }
    return this;
  }

  of(documents = everyDocument(this.found.length).filter((document) => this.found[document])) {
    return { documents, scores: new Float64Array(documents).map((document) => this.scores[document]), covered: new Int32Array(documents).map((document) => this.covered[document]) };
  }
}

/** Terms of a title begin with U+0001, of an error signature with U+0002. */
export const scopeOf = (field) => ({ title: '\x01', error: '\x02' })[field] ?? '';
export const isWhole = ({ type, match, field }) => type === 'word' && match === 'Whole' && field !== 'id';

/** Collects the scored words on its way. */
export class Evaluation {
  constructor(index, typing, keepsStopWords) {
    const { files, terms, manifest } = index;
    Object.assign(this, { index, files, terms, typing, keepsStopWords, count: manifest.documents, words: [], marked: new Set(), hasUnknown: false });
  }

  rank({ root, exact }) {
    const found = this.group(root.clauses);
    found.scores = this.coordinated(found);
    const sum = new Sum(this.count).add(found);
    for (const term of exact) {
      const { documents, idf } = this.terms.together('', [this.terms.find(term)].filter(Boolean));
      sum.add(scored({ documents, impacts: documents.map(() => 1), idf }, ABOVE_ALL));
    }
    const near = this.nearness(found);
    if (near) sum.add(near);
    return sum.of(root.clauses.every(({ occurrence }) => occurrence === 'Should') ? undefined : found.documents);
  }

  /** Some words; the rest of the language is in language.js. */
  group(clauses) {
    if (!clauses.length) return unscored(everyDocument(this.count));
    if (!clauses.every(({ occurrence, node }) => occurrence === 'Should' && isWhole(node))) return this.files.module('language')?.group(this, clauses) ?? unscored([]);
    const sum = new Sum(this.count);
    for (const part of this.scoredWords(clauses.map(({ node }) => node))) sum.add(part);
    return sum.of();
  }

  /** Words that are the same are one. */
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
    if (all.length > MOST_WORDS) all = all.sort((a, b) => b.isName - a.isName).slice(0, MOST_WORDS);
    return all.map(({ scope, token, isTyped, isName, times }) => this.noted(this.terms.term(scope, token, isTyped), times, !isName));
  }

  noted(term, times, isPlaced) {
    const { documents, idf, word } = term;
    this.mark(term);
    this.words.push({ placed: isPlaced && documents.length && term, idf });
    this.hasUnknown ||= !documents.length && word.length > 3;
    return scored(term, times);
  }

  mark({ parts }) {
    for (const { term } of parts) this.marked.add(textOf(term).replace(/^[\x01\x02]/, ''));
  }

  /** More of the words wins, where they are few. */
  coordinated({ scores, covered }) {
    const { words } = this;
    const all = words.reduce((sum, { idf }) => sum + idf, 0);
    if (words.length < 2 || words.length > COORDINATED_WORDS || !all) return scores;
    return scores.map((score, i) => Math.floor(score * Math.floor(Math.sqrt(Math.floor(Math.min(covered[i], all) * 1048576 / all))) / 1024));
  }

  /** Of words that are few, with few positions. */
  nearness(found) {
    const words = this.words.map(({ placed }) => placed).filter(Boolean);
    const bytes = words.flatMap(({ parts }) => parts).reduce((sum, { places }) => sum + places.length, 0);
    if (words.length < 2 || words.length > NEAR_WORDS || bytes > NEAR_BYTES || this.files.missing.size) return undefined;
    return this.files.module('places')?.nearness(this.terms, words, found);
  }
}

/** The first of a list, in order; quickest where it is in the opposite order. */
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
