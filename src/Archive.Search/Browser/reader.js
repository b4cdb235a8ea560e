/** Reads a search index: openIndex, then search and snippet. As SearchIndex in C#, step by step and to the last digit; types.d.ts says what is asked and answered. */

import { bytesOf, everyPlace, Files, placesIn, Terms, textOf } from './index.js';
import { plainQuery } from './words.js';

export { SearchError } from './index.js';

const CARDS_IN_FILE = 8;
const CARDS_IN_GROUP = 128;
const MOST_MARKED = 128;
/** So many more cards are loaded to decide between equals, or else the places of all. */
const MORE_CARDS = 12;
export const MOST_WORDS = 128;
const COORDINATED_WORDS = 4;
const NEAR_WORDS = 8;
const NEAR_BYTES = 6144;
const ABOVE_ALL = 2 ** 27;

function decodeManifest(cursor) {
  const [head, names, separators] = new TextDecoder().decode(cursor.bytes.subarray(1)).split('\n');
  const manifest = JSON.parse(head);
  const { documents, facets, numbers, letters } = manifest;
  const checks = names.match(/.{6}/g);
  const take = (count) => checks.splice(0, count);
  [manifest.lengths, manifest.ties, manifest.places, manifest.quarters] = take(4);
  manifest.columns = take(facets.length + numbers.length);
  manifest.words = Object.fromEntries((letters.match(/\w+/g) ?? []).map((letter) => [letter, ...take(1)]));
  manifest.cards = take(Math.ceil(documents / CARDS_IN_GROUP));
  manifest.shards = checks;
  let before = '';
  manifest.separators = separators.match(/[A-Z][^A-Z]*/g)?.map((text) => bytesOf(before = before.slice(0, text.charCodeAt() - 65) + text.slice(1))) ?? [];
  manifest.shown = facets.filter(({ values }) => values);
  return manifest;
}

export async function openIndex(base, { manifest } = {}) {
  const files = new Files(base);
  const open = async () => new SearchIndex(files, await files.settle(() => files.opened(`manifest-${files.manifest}`, decodeManifest)));
  files.manifest = manifest ?? await files.entry();
  return open().catch(async (error) => {
    if (error.code !== 'stale') throw error;
    await files.entry();
    return open();
  });
}

class SearchIndex {
  constructor(files, manifest) {
    this.files = files;
    this.manifest = manifest;
    this.documents = manifest.documents;
    this.terms = new Terms(files, manifest);
    this.tie = manifest.shown.findIndex(({ name }) => name === manifest.tieBreakFacet);
  }

  /** What a value of a facet is called. */
  labelOf(name, value) {
    return this.manifest.shown.find((facet) => facet.name === name)?.values.find(([each]) => each === value)?.at(-1) ?? value;
  }

  search(text, options) {
    return this.files.settle(() => this.answer(text, {
      facets: {}, counts: this.manifest.facets.map(({ name }) => name), sort: 'relevance', offset: 0, limit: 10, isTyping: false, isCorrecting: true, ...options,
    }));
  }

  marked(title, answer) {
    return this.files.settle(() => this.files.module('snippets')?.marked(title, answer.terms));
  }

  snippet(hit, answer) {
    return this.files.settle(() => this.files.module('snippets')?.snippet(this, hit, answer));
  }

  answer(text, { facets, counts, sort, offset, limit, isTyping, isCorrecting }) {
    const { files } = this;
    const query = plainQuery(text) ?? files.module('query')?.queryOf(this, text);
    const filters = counts || sort === 'longest' || Object.keys(facets).length ? files.module('facets') : null;
    if (files.missing.size) return undefined;
    if (sort === 'relevance' && query.root.clauses.length === 1) this.ties();
    const typing = isTyping ? query.last : null;
    let evaluation = new Evaluation(this, query, typing);
    if (files.missing.size) return undefined;
    const instead = isCorrecting && evaluation.hasUnknown ? files.module('spelling')?.corrected(this, query, typing) : null;
    if (instead) evaluation = new Evaluation(this, instead, typing);
    const ranked = evaluation.ranked();
    const { documents, scores } = ranked;
    const isAllowed = filters?.allowed(this, facets);
    const all = everyPlace(documents.length);
    const found = isAllowed ? all.filter((i) => isAllowed[documents[i]]) : all;
    return {
      total: found.length,
      hits: this.first(found, ranked, sort, offset + limit, filters).slice(offset).map((i) => this.hit(documents[i], scores[i])),
      facets: counts ? filters.counts(this, documents, facets, counts) : {},
      quarters: counts ? filters.quarters(this, found.map((i) => documents[i])) : [],
      showing: instead && { text: instead.isLiteral ? instead.root.clauses.map(({ node }) => node.text).join(' ') : files.module('query')?.printQuery(instead), insteadOf: text },
      strayFilters: query.strayFilters?.filter((each) => !isTyping || !text.endsWith(each)) ?? [],
      terms: [...evaluation.marked].slice(0, MOST_MARKED),
    };
  }

  /** Of equals the most severe comes first, then the newest. */
  first(found, { documents, scores }, sort, most, filters) {
    const newer = (a, b) => documents[b] - documents[a];
    const order = { relevance: (a, b) => scores[b] - scores[a], newest: newer, severity: () => 0 }[sort] ?? filters.longer(this, documents);
    const last = best(found, most, (a, b) => order(a, b) || newer(a, b)).at(-1);
    const pool = found.filter((i) => order(i, last) <= 0);
    const isMany = pool.length > most + MORE_CARDS;
    const ties = isMany && this.ties();
    const rankOf = (i) => (isMany ? ties?.[documents[i]] : Math.min(...this.card(documents[i])?.[3][this.tie] ?? []));
    return best(pool, most, (a, b) => order(a, b) || (this.tie >= 0 && rankOf(a) - rankOf(b)) || newer(a, b));
  }

  /** By document the place of the value that decides between equals. */
  ties() {
    return this.files.opened(`ties-${this.manifest.ties}`, (cursor) => new Int32Array(this.documents).map(() => cursor.varint()));
  }

  /** What results show of a document and its neighbours, behind the name of the file of their texts and where the first begins. */
  cards(document) {
    const file = Math.floor(document % CARDS_IN_GROUP / CARDS_IN_FILE).toString(16);
    return this.files.opened(`cards-${this.manifest.cards[Math.floor(document / CARDS_IN_GROUP)]}-${file}`, (cursor) => cursor.json());
  }

  card(document) {
    return this.cards(document)?.[document % CARDS_IN_FILE + 2];
  }

  hit(doc, score) {
    const { shown, numbers } = this.manifest;
    const [id, url, title, places = [], values = []] = this.card(doc) ?? [];
    return {
      doc, id, url, title, score,
      facets: Object.fromEntries(places.map((own, i) => [shown[i].name, own.map((place) => shown[i].values[place][0])])),
      numbers: Object.fromEntries(values.map((value, i) => [numbers[i].name, value]).filter(([, value]) => value !== null)),
    };
  }
}

export const unscored = (documents) => ({ documents, scores: new Float64Array(documents.length), covered: new Int32Array(documents.length) });

export function scored({ documents, impacts, idf }, times = 1) {
  const matches = unscored(documents);
  matches.covered.fill(idf);
  for (let i = 0; i < documents.length; i++) matches.scores[i] = idf * times * impacts[i];
  return matches;
}

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

  of(documents = placesIn(this.found)) {
    const matches = unscored(documents);
    for (let i = 0; i < documents.length; i++) {
      matches.scores[i] = this.scores[documents[i]];
      matches.covered[i] = this.covered[documents[i]];
    }
    return matches;
  }
}

/** Terms of a title begin with U+0001, of an error signature with U+0002. */
export const scopeOf = (field) => ({ title: '\x01', error: '\x02' })[field] ?? '';
export const isWhole = ({ type, match, field }) => type === 'word' && match === 'Whole' && field !== 'id';

/** Of one query; collects the scored words on its way. */
export class Evaluation {
  constructor(index, { root, exact, isTelling }, typing) {
    const { files, terms, documents: count } = index;
    Object.assign(this, { index, files, terms, count, isTelling, typing, words: [], marked: new Set(), hasUnknown: false });
    this.isOpen = root.clauses.every(({ occurrence }) => occurrence === 'Should');
    this.exact = exact.map((term) => terms.together('', [terms.find(term)].filter(Boolean)));
    this.found = this.group(root.clauses);
  }

  ranked() {
    const { found } = this;
    found.scores = this.coordinated(found, this.exact.some(({ documents }) => documents.length) ? MOST_WORDS : COORDINATED_WORDS);
    const sum = new Sum(this.count).add(found);
    for (const { documents, idf } of this.exact) sum.add(scored({ documents, impacts: documents.map(() => 1), idf }, ABOVE_ALL));
    const near = this.nearness(found);
    if (near) sum.add(near);
    return sum.of(this.isOpen ? undefined : found.documents);
  }

  /** Some words; the rest of the language is in language.js. */
  group(clauses) {
    if (!clauses.length) return unscored(everyPlace(this.count));
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
      const tokens = this.terms.tokens(node.text).filter(({ kind }) => !this.isTelling || kind !== 'StopWord' || isTyping);
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

  /** More of the words wins, where they are few or a line is the same. */
  coordinated({ scores, covered }, most) {
    const { words } = this;
    const all = words.reduce((sum, { idf }) => sum + idf, 0);
    if (words.length < 2 || words.length > most || !all) return scores;
    return scores.map((score, i) => Math.floor(score * Math.floor(Math.min(covered[i], all) * 1024 / all) / 1024));
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
    if (chosen.length > most) chosen.pop();
  }
  return chosen;
}
