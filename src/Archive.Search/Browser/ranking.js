/** Finds and scores the documents of one query, in whole numbers only: the same as Evaluation, Spelling and Ranking in C#, step by step. */

import { editsFor, idfOf, lowerBound, queryTokens, textOf } from './terms.js';
import { stem } from './porter2.js';

const MOST_WORDS = 128;
const COORDINATED_WORDS = 4;
const PROXIMITY_DOCUMENTS = 64;
const PROXIMITY_WORDS = 8;
const PROXIMITY_BYTES = 16384;
const PROXIMITY_WEIGHT = 96;
const PROXIMITY_GAP = 30;
const ABOVE_ALL = 2 ** 27;

const TITLE = '\u0001';
const SIGNATURE = '\u0002';
const FINGERPRINT = '\u0003';
const ID = '\u0004';

/**
 * @typedef {{ documents: ArrayLike<number>, scores: ArrayLike<number>, covered: ArrayLike<number> }} Matches documents are ascending
 */

const unscored = (documents) => ({ documents, scores: new Float64Array(documents.length), covered: new Int32Array(documents.length) });

function scored({ documents, impacts, idf }, times) {
  const matches = unscored(documents);
  for (let i = 0; i < documents.length; i++) matches.scores[i] = idf * times * impacts[i];
  matches.covered.fill(idf);
  return matches;
}

/** Those of a list that another has, or has not. */
function kept({ documents, scores, covered }, others, isIn) {
  const chosen = unscored(new Int32Array(documents.length));
  let count = 0;
  for (let i = 0, other = 0; i < documents.length; i++) {
    while (other < others.length && others[other] < documents[i]) other++;
    if ((other < others.length && others[other] === documents[i]) !== isIn) continue;
    chosen.documents[count] = documents[i];
    chosen.scores[count] = scores[i];
    chosen.covered[count++] = covered[i];
  }
  return { documents: chosen.documents.subarray(0, count), scores: chosen.scores.subarray(0, count), covered: chosen.covered.subarray(0, count) };
}

/** Adds up the parts of a query by document. */
class Sum {
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

const keyOf = (value) => JSON.stringify(value);
const distinct = (list) => {
  const keys = list.map(keyOf);
  return list.filter((_, i) => keys.indexOf(keys[i]) === i);
};
const scopeOf = (field) => (field === 'title' ? TITLE : field === 'error' ? SIGNATURE : '');

/** Whether words stand in their order, none moved more than allowed against the others. @param {number[][]} places less their place in the phrase */
function isPhrase(places, slop) {
  const next = places.map(() => 0);
  for (;;) {
    let low = 0;
    let high = 0;
    for (let word = 0; word < places.length; word++) {
      if (next[word] === places[word].length) return false;
      if (places[word][next[word]] < places[low][next[low]]) low = word;
      if (places[word][next[word]] > places[high][next[high]]) high = word;
    }
    if (places[high][next[high]] - places[low][next[low]] <= slop) return true;
    next[low]++;
  }
}

/** One evaluation; collects the scored words on its way. */
export class Evaluation {
  constructor(index, typing, keepsStopWords) {
    this.index = index;
    this.terms = index.terms;
    this.typing = typing;
    this.keepsStopWords = keepsStopWords;
    this.words = [];
    this.marked = [];
  }

  group({ clauses }) {
    const count = this.index.manifest.documents;
    const sum = new Sum(count);
    const of = (occurrence) => distinct(clauses.filter((clause) => clause.occurrence === occurrence).map((clause) => clause.node));
    let required = null;
    for (const node of of('Must')) {
      if (required && !required.length) return unscored([]);
      const part = this.required(node);
      required = required ? kept(part, required, true).documents : part.documents;
      sum.add(part);
    }
    const isOpen = this.optional(clauses.filter((clause) => clause.occurrence === 'Should').map((clause) => clause.node), sum);
    let found = required ? sum.of(required) : isOpen ? sum.of() : unscored(Int32Array.from({ length: count }, (_, document) => document));
    for (const node of of('MustNot')) {
      if (!found.documents.length) return found;
      found = kept(found, new Evaluation(this.index, null, true).required(node).documents, false);
    }
    return found;
  }

  optional(nodes, sum) {
    const words = nodes.filter((node) => node.type === 'word' && node.match === 'Whole' && node.field !== 'id');
    for (const part of this.scoredWords(words)) sum.add(part);
    const keys = new Set(words.map(keyOf));
    for (const node of distinct(nodes.filter((each) => !keys.has(keyOf(each))))) sum.add(this.required(node));
    return nodes.length > 0;
  }

  scoredWords(words) {
    const groups = new Map();
    for (const word of words) {
      const isTyping = word === this.typing;
      const tokens = queryTokens(word.text).filter(({ kind }) => this.keepsStopWords || kind !== 'StopWord' || isTyping);
      tokens.forEach((token, i) => {
        const isTyped = isTyping && i === tokens.length - 1;
        const key = keyOf([scopeOf(word.field), token.terms[0], isTyped]);
        if (groups.has(key)) groups.get(key).times++;
        else groups.set(key, { scope: scopeOf(word.field), token, isTyped, times: 1 });
      });
    }
    let all = [...groups.values()];
    if (all.length > MOST_WORDS) {
      const isName = ({ token }) => token.kind === 'Identifier';
      all = [...all.filter(isName), ...all.filter((each) => !isName(each))].slice(0, MOST_WORDS);
    }
    return all.map(({ scope, token, isTyped, times }) => this.noted(isTyped ? this.terms.beginning(scope, token, true) : this.terms.whole(scope, token), times, token.kind !== 'Identifier'));
  }

  /** @param {boolean} isPlaced its nearness to others counts */
  noted(term, times, isPlaced) {
    const matches = scored(term, times);
    this.mark(term);
    this.words.push({ placed: isPlaced ? term : null, idf: term.idf });
    return matches;
  }

  mark({ parts }) {
    for (const { term } of parts) this.marked.push(textOf(term).replace(/^[\u0001\u0002]+/, ''));
  }

  required(node) {
    switch (node.type) {
      case 'word': return this.word(node);
      case 'phrase': return this.phrase(node);
      case 'facet': return unscored(this.index.withValue(node));
      case 'range': return unscored(this.index.between(node));
      default: return this.group(node);
    }
  }

  word(node) {
    if (node.field === 'id') {
      const found = this.terms.find(idTerm(node.text));
      return this.noted(this.terms.together(node.text, found ? [found] : []), 1);
    }
    const tokens = queryTokens(node.text);
    if (!tokens.length) return unscored([]);
    const scope = scopeOf(node.field);
    const isTyped = node === this.typing;
    if (tokens.length > 1 && node.match !== 'Prefix' && !isTyped) return this.phrase({ ...node, slop: 0 });
    const [token] = tokens;
    switch (node.match) {
      case 'Whole': return this.noted(isTyped ? this.terms.beginning(scope, token, true) : this.terms.whole(scope, token), 1);
      case 'Prefix': return this.noted(this.terms.beginning(scope, token, false), 1);
      default: return this.noted(this.terms.like(token.word, { Fuzzy: editsFor(token.word), FuzzyOne: 1, FuzzyTwo: 2 }[node.match]), 1);
    }
  }

  phrase({ text, field, slop }) {
    const tokens = queryTokens(text).filter(({ kind }) => kind !== 'Identifier');
    if (!tokens.length) return unscored([]);
    const terms = tokens.map((token) => this.terms.whole(scopeOf(field), token));
    if (terms.length === 1) return this.noted(terms[0], 1);
    terms.forEach((term) => this.mark(term));
    const rarest = [...terms].sort((a, b) => a.documents.length - b.documents.length);
    const documents = rarest.slice(1).reduce((found, term) => kept(unscored(found), term.documents, true).documents, rarest[0].documents);
    const places = documents.length ? terms.map((term) => this.terms.placesOf(term)) : [];
    const found = places.every(Boolean) ? Array.from(documents).filter((document) => isPhrase(places.map((of, i) => of(document).map((place) => place - tokens[i].position)), slop)) : documents;
    const telling = tokens.some(({ kind }) => kind !== 'StopWord') ? terms.filter((_, i) => tokens[i].kind !== 'StopWord') : terms;
    const sum = new Sum(this.index.manifest.documents);
    for (const term of telling) sum.add(scored(term, 1));
    this.words.push({ placed: null, idf: telling.reduce((all, { idf }) => all + idf, 0) });
    return sum.of(found);
  }
}

const idTerm = (text) => ID + text.trim().toLowerCase();

/** FNV-1a over UTF-16 units. */
function fingerprintTerm(line) {
  let hash = 2166136261;
  for (let i = 0; i < line.length; i++) hash = Math.imul(hash ^ line.charCodeAt(i), 16777619);
  return FINGERPRINT + (hash >>> 0).toString(16).padStart(8, '0');
}

/** @returns {Matches} with the score of each document */
export function rank(index, query, evaluation, found) {
  const scores = coordinated(evaluation, found);
  const extra = exact(index, query);
  const near = nearness(index, evaluation, found.documents, scores);
  if (near) extra.push(near);
  if (!extra.length) return { ...found, scores };
  const sum = new Sum(index.manifest.documents);
  sum.add({ ...found, scores });
  extra.forEach((part) => sum.add(part));
  return sum.of(query.root.clauses.every(({ occurrence }) => occurrence === 'Should') ? undefined : found.documents);
}

function coordinated({ words }, { scores, covered }) {
  const all = words.reduce((sum, { idf }) => sum + idf, 0);
  if (words.length < 2 || words.length > COORDINATED_WORDS || !all) return scores;
  const result = new Float64Array(scores.length);
  for (let i = 0; i < scores.length; i++) result[i] = Math.floor(scores[i] * Math.floor(Math.sqrt(Math.floor(Math.min(covered[i], all) * 1048576 / all))) / 1024);
  return result;
}

function exact(index, query) {
  const ids = distinct(query.root.clauses.map(({ node }) => node)
    .filter((node) => node.type === 'word' && !node.field && node.match === 'Whole' && node.text.length <= 32 && /[0-9]/.test(node.text) && /[-_]/.test(node.text))).slice(0, 4);
  const terms = [...[...new Set(query.fingerprints)].slice(0, MOST_WORDS).map(fingerprintTerm), ...ids.map((node) => idTerm(node.text))];
  return terms.map((term) => index.terms.find(term)).filter(Boolean).map(({ documents }) => {
    const part = unscored(documents);
    part.scores.fill(idfOf(index.manifest.documents, documents.length) * ABOVE_ALL);
    return part;
  });
}

function nearness(index, evaluation, documents, scores) {
  const words = evaluation.words.map(({ placed }) => placed).filter((term) => term?.documents.length);
  const bytes = words.reduce((sum, { parts }) => sum + parts.reduce((all, { entry }) => all + entry.placeLength, 0), 0);
  if (evaluation.words.length > 1 && evaluation.words.length <= PROXIMITY_WORDS) index.terms.directory();
  if (words.length < 2 || words.length > PROXIMITY_WORDS || bytes > PROXIMITY_BYTES) return null;
  const places = words.map((word) => index.terms.placesOf(word));
  if (!places.every(Boolean)) return null;
  const chosen = best(documents.length, PROXIMITY_DOCUMENTS, (a, b) => scores[b] - scores[a] || documents[b] - documents[a]).map((i) => documents[i]).sort((a, b) => a - b);
  const near = unscored(chosen);
  chosen.forEach((document, at) => {
    let before = places[0](document);
    for (let i = 1; i < words.length; i++) {
      const here = places[i](document);
      const gap = gapOf(before, here);
      if (gap && gap <= PROXIMITY_GAP) near.scores[at] += Math.floor(Math.min(words[i - 1].idf, words[i].idf) * PROXIMITY_WEIGHT / gap);
      before = here;
    }
  });
  return near.scores.every((score) => !score) ? null : near;
}

/** The least distance that is not 0, or 0 where one is absent. */
function gapOf(a, b) {
  let least = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const gap = Math.abs(a[i] - b[j]);
    if (gap && (!least || gap < least)) least = gap;
    if (a[i] < b[j]) i++;
    else j++;
  }
  return least;
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

const CANDIDATES = 3;
const isCorrectable = (node) => {
  if (node.type !== 'word' || node.match !== 'Whole' || (node.field && node.field !== 'title')) return false;
  const tokens = queryTokens(node.text);
  return tokens.length === 1 && tokens[0].kind !== 'StopWord' && editsFor(tokens[0].word) > 0 && tokens[0].word.split('').every((unit) => /\p{L}/u.test(unit));
};

/** Replaces words that no document has. @returns the query, or null where nothing is to be corrected */
export function corrected(index, query, typing) {
  const { terms } = index;
  const words = query.root.clauses.filter(({ occurrence }) => occurrence !== 'MustNot').map(({ node }) => node).filter(isCorrectable);
  if (!words.length || words.length > MOST_WORDS) return null;
  const tokenOf = (node) => queryTokens(node.text)[0];
  const unknown = new Map(words.filter((node) => !(node === typing ? terms.beginning('', tokenOf(node), true) : terms.whole('', tokenOf(node))).documents.length).map((node) => [keyOf(node), node]));
  if (!unknown.size || index.files.missing.size) return null;
  const sum = new Sum(index.manifest.documents);
  for (const node of words) if (!unknown.has(keyOf(node))) sum.add(scored(terms.whole('', tokenOf(node)), 1));
  const context = sum.of().documents;
  const shared = (word) => {
    const found = terms.find(stem(word));
    return found ? kept(unscored(found.documents), context, true).documents.length : 0;
  };
  const replacement = (node) => {
    const { word } = tokenOf(node);
    for (let edits = 1; edits <= editsFor(word) && !index.files.missing.size; edits++) {
      const near = terms.nearest(word, edits, CANDIDATES).map((candidate) => [candidate, context.length ? shared(candidate) : 0]);
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

