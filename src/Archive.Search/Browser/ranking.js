/** Finds and scores the documents of one query, in whole numbers only: the same as Evaluation and Ranking in C#, step by step. */

import { idfOf, queryTokens, textOf } from './terms.js';

const MOST_WORDS = 128;
const COORDINATED_WORDS = 4;
const PROXIMITY_WORDS = 8;
const PROXIMITY_BYTES = 6144;
const ABOVE_ALL = 2 ** 27;

/**
 * @typedef {{ documents: ArrayLike<number>, scores: ArrayLike<number>, covered: ArrayLike<number> }} Matches documents are ascending
 */

export const unscored = (documents) => ({ documents, scores: new Float64Array(documents.length), covered: new Int32Array(documents.length) });

export function scored({ documents, impacts, idf }, times) {
  const matches = unscored(documents);
  for (let i = 0; i < documents.length; i++) matches.scores[i] = idf * times * impacts[i];
  matches.covered.fill(idf);
  return matches;
}

/** Adds up the parts of a query by document. */
export class Sum {
  constructor(count) {
    this.scores = new Float64Array(count);
    this.covered = new Int32Array(count);
    this.isFound = new Uint8Array(count);
    this.count = 0;
  }

  add({ documents, scores, covered }) {
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i];
      this.count += 1 - this.isFound[document];
      this.isFound[document] = 1;
      this.scores[document] += scores[i];
      this.covered[document] += covered[i];
    }
  }

  /** Of these documents; without any, of those that a part found. */
  of(chosen) {
    const found = unscored(chosen ?? new Int32Array(this.count));
    for (let document = 0, i = 0; !chosen && i < this.count; document++) if (this.isFound[document]) found.documents[i++] = document;
    for (let i = 0; i < found.documents.length; i++) {
      found.scores[i] = this.scores[found.documents[i]];
      found.covered[i] = this.covered[found.documents[i]];
    }
    return found;
  }
}

/** Those of a list that another has, or has not. */
export function kept({ documents, scores, covered }, others, isIn) {
  const chosen = unscored(new Int32Array(documents.length));
  let count = 0;
  for (let i = 0, other = 0; i < documents.length; i++) {
    while (other < others.length && others[other] < documents[i]) other++;
    if ((other < others.length && others[other] === documents[i]) !== isIn) continue;
    chosen.documents[count] = documents[i];
    chosen.scores[count] = scores[i];
    chosen.covered[count++] = covered[i];
  }
  return Object.fromEntries(Object.entries(chosen).map(([name, list]) => [name, list.subarray(0, count)]));
}

export const keyOf = (value) => JSON.stringify(value);
export const distinct = (list) => {
  const keys = list.map(keyOf);
  return list.filter((_, i) => keys.indexOf(keys[i]) === i);
};
/** Terms of a title begin with U+0001, of an error signature with U+0002. */
export const scopeOf = (field) => ({ title: '\u0001', error: '\u0002' })[field] ?? '';
const idTerm = (text) => `\u0004${text.trim().toLowerCase()}`;
const isWhole = (node) => node.type === 'word' && node.match === 'Whole' && node.field !== 'id';

/** One evaluation; collects the scored words on its way. */
export class Evaluation {
  /** @param keepsStopWords the query has nothing else */
  constructor(index, typing, keepsStopWords) {
    const { files, terms, manifest } = index;
    Object.assign(this, { index, files, terms, manifest, typing, keepsStopWords, words: [], marked: [] });
  }

  /** Any of some words: the rest of the language is in language.js. */
  group({ clauses }) {
    const count = this.manifest.documents;
    if (!clauses.length) return unscored(Int32Array.from({ length: count }, (_, document) => document));
    if (clauses.some(({ occurrence, node }) => occurrence !== 'Should' || !isWhole(node))) return this.files.module('language')?.group(this, clauses) ?? unscored([]);
    const sum = new Sum(count);
    for (const part of this.scoredWords(clauses.map(({ node }) => node))) sum.add(part);
    return sum.of();
  }

  scoredWords(words) {
    const groups = new Map();
    for (const word of words) {
      const isTyping = word === this.typing;
      const scope = scopeOf(word.field);
      const tokens = queryTokens(word.text).filter(({ kind }) => this.keepsStopWords || kind !== 'StopWord' || isTyping);
      tokens.forEach((token, i) => {
        const isTyped = isTyping && i === tokens.length - 1;
        const key = keyOf([scope, token.terms[0], isTyped]);
        if (!groups.has(key)) groups.set(key, { scope, token, isTyped, times: 0 });
        groups.get(key).times++;
      });
    }
    let all = [...groups.values()];
    const isName = ({ token }) => token.kind === 'Identifier';
    if (all.length > MOST_WORDS) all = [...all.filter(isName), ...all.filter((each) => !isName(each))].slice(0, MOST_WORDS);
    return all.map(({ scope, token, isTyped, times }) => this.noted(isTyped ? this.terms.beginning(scope, token, true) : this.terms.whole(scope, token), times, !isName({ token })));
  }

  /** @param {boolean} isPlaced its nearness to others counts */
  noted(term, times = 1, isPlaced = false) {
    this.mark(term);
    this.words.push({ placed: isPlaced ? term : null, idf: term.idf });
    return scored(term, times);
  }

  mark({ parts }) {
    for (const { term } of parts) this.marked.push(textOf(term).replace(/^[\u0001\u0002]+/, ''));
  }

  id(text) {
    const found = this.terms.find(idTerm(text));
    return this.noted(this.terms.together(text, found ? [found] : []));
  }
}

/** FNV-1a over UTF-16 units. */
function fingerprintTerm(line) {
  let hash = 2166136261;
  for (let i = 0; i < line.length; i++) hash = Math.imul(hash ^ line.charCodeAt(i), 16777619);
  return `\u0003${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

/** @returns {Matches} with the score of each document */
export function rank(query, evaluation, found) {
  const extra = exact(evaluation, query);
  const scores = coordinated(evaluation, found, extra.length ? MOST_WORDS : COORDINATED_WORDS);
  const near = nearness(evaluation, found.documents, scores);
  if (near) extra.push(near);
  if (!extra.length) return { ...found, scores };
  const sum = new Sum(evaluation.manifest.documents);
  sum.add({ ...found, scores });
  extra.forEach((part) => sum.add(part));
  return sum.of(query.root.clauses.every(({ occurrence }) => occurrence === 'Should') ? undefined : found.documents);
}

function coordinated({ words }, { scores, covered }, most) {
  const all = words.reduce((sum, { idf }) => sum + idf, 0);
  if (words.length < 2 || words.length > most || !all) return scores;
  return scores.map((score, i) => Math.floor(score * Math.floor(Math.min(covered[i], all) * 1024 / all) / 1024));
}

function exact({ terms, manifest }, query) {
  const ids = distinct(query.root.clauses.map(({ node }) => node)
    .filter((node) => isWhole(node) && !node.field && node.text.length <= 32 && /[0-9]/.test(node.text) && /[-_]/.test(node.text))).slice(0, 4);
  const asked = [...[...new Set(query.fingerprints)].slice(0, MOST_WORDS).map(fingerprintTerm), ...ids.map((node) => idTerm(node.text))];
  return asked.map((term) => terms.find(term)).filter(Boolean).map(({ documents }) => {
    const part = unscored(documents);
    part.scores.fill(idfOf(manifest.documents, documents.length) * ABOVE_ALL);
    return part;
  });
}

/** The words whose nearness counts, where they are few and their positions small. */
function nearness(evaluation, documents, scores) {
  const words = evaluation.words.map(({ placed }) => placed).filter((term) => term?.documents.length);
  const bytes = words.reduce((sum, { parts }) => sum + parts.reduce((all, { entry }) => all + entry.placeLength, 0), 0);
  if (words.length < 2 || words.length > PROXIMITY_WORDS || bytes > PROXIMITY_BYTES || evaluation.files.missing.size) return null;
  return evaluation.files.module('places')?.nearness(evaluation.terms, words, documents, scores);
}

/** The first of a list of so many places, in order. */
export function best(count, most, compare) {
  const chosen = [];
  for (let i = 0; i < count; i++) {
    if (chosen.length === most && compare(i, chosen[most - 1]) >= 0) continue;
    let low = 0;
    let high = chosen.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(chosen[middle], i) <= 0) low = middle + 1;
      else high = middle;
    }
    chosen.splice(low, 0, i);
    if (chosen.length > most) chosen.pop();
  }
  return chosen;
}

/** Replaces words that no document has. @returns the query, or null where nothing is to be corrected */
export function corrected(index, query, typing) {
  const { terms, files } = index;
  const words = query.root.clauses.filter(({ occurrence, node }) => occurrence !== 'MustNot' && isCorrectable(node)).map(({ node }) => node);
  if (words.length > MOST_WORDS) return null;
  const isUnknown = (node) => {
    const [token] = queryTokens(node.text);
    return !(node === typing ? terms.beginning('', token, true) : terms.whole('', token)).documents.length;
  };
  const unknown = new Map(words.filter(isUnknown).map((node) => [keyOf(node), node]));
  return unknown.size && !files.missing.size ? files.module('spelling')?.corrected(index, query, words, unknown) ?? null : null;
}

/** One word of four letters or more, none of them beyond 16 bits. */
function isCorrectable(node) {
  if (!isWhole(node) || node.field === 'error') return false;
  const tokens = queryTokens(node.text);
  return tokens.length === 1 && tokens[0].kind !== 'StopWord' && tokens[0].word.length > 3 && tokens[0].word.split('').every((unit) => /\p{L}/u.test(unit));
}
