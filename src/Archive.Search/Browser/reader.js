/** Reads a search index: openIndex, then search and snippet. Answers as SearchIndex in C# does, to the last digit of a score. */

import { Files } from './files.js';
import { best, Evaluation } from './ranking.js';
import { bytesOf, Terms } from './terms.js';
import { plainQuery } from './words.js';

export { SearchError } from './files.js';

const CARDS_IN_FILE = 8;
const CARDS_IN_GROUP = 128;
const MOST_TERMS = 128;
/** So many more cards are loaded to decide between equals; where there are more equals, a column is. */
const MORE_CARDS = 12;

function decodeManifest(cursor) {
  const [head, names, separators] = new TextDecoder().decode(cursor.bytes.subarray(1)).split('\n');
  const manifest = JSON.parse(head);
  const checks = names.match(/.{6}/g);
  const take = (count) => checks.splice(0, count);
  [manifest.lengths, manifest.places, manifest.quarters] = take(3);
  manifest.columns = take(manifest.facets.length + manifest.numbers.length);
  manifest.words = Object.fromEntries(manifest.letters.split(' ').filter(Boolean).map((letter) => [letter, ...take(1)]));
  manifest.cards = take(Math.ceil(manifest.documents / CARDS_IN_GROUP));
  manifest.shards = checks;
  let before = '';
  manifest.separators = separators.match(/[A-Z][^A-Z]*/g)?.map((text) => bytesOf(before = before.slice(0, text.charCodeAt() - 65) + text.slice(1))) ?? [];
  manifest.shown = manifest.facets.filter(({ values }) => values);
  return manifest;
}

/**
 * @param {string | URL} base the folder that holds index.json
 * @param {{ manifest?: string }} options the manifest's checksum where the page knows it: one round trip less
 * @returns {Promise<SearchIndex>} rejects with a SearchError
 */
export async function openIndex(base, { manifest } = {}) {
  const files = new Files(base);
  const open = () => files.settle(() => files.opened(`manifest-${files.manifest}`, decodeManifest));
  files.manifest = manifest ?? await files.entry();
  return new SearchIndex(files, await open().catch(async (error) => {
    if (!manifest || error.code !== 'stale') throw error;
    await files.entry();
    return open();
  }));
}

class SearchIndex {
  constructor(files, manifest) {
    this.files = files;
    this.manifest = manifest;
    this.terms = new Terms(files, manifest);
    this.tie = manifest.shown.findIndex(({ name }) => name === manifest.tieBreakFacet);
  }

  /** How many documents it holds. */
  get documents() {
    return this.manifest.documents;
  }

  /** What a value of a facet is called. */
  labelOf(name, value) {
    return this.manifest.facets.find((facet) => facet.name === name)?.values?.find(([each]) => each === value)?.at(-1) ?? value;
  }

  /**
   * @param {string} text as typed or pasted
   * @param {Options} options
   * @returns {Promise<Answer>}
   */
  search(text, options) {
    return this.files.settle(() => this.answer(text, {
      facets: {}, counts: this.manifest.facets.map(({ name }) => name), sort: 'relevance', offset: 0, limit: 10, isTyping: false, isCorrecting: true, ...options,
    }));
  }

  /** @returns {Answer | undefined} undefined where something is missing */
  answer(text, { facets, counts, sort, offset, limit, isTyping, isCorrecting }) {
    const { files } = this;
    const query = plainQuery(text) ?? files.module('query')?.queryOf(this, text);
    const columns = counts || sort === 'longest' || Object.keys(facets).length ? files.module('facets') : null;
    if (files.missing.size) return undefined;
    if (sort === 'relevance' && query.root.clauses.length === 1) this.severities();
    const typing = isTyping ? query.last : null;
    let evaluation = new Evaluation(this, typing, !query.isTelling);
    let ranked = evaluation.rank(query);
    if (files.missing.size) return undefined;
    const instead = isCorrecting && evaluation.hasUnknown ? files.module('spelling')?.corrected(this, query, typing) : null;
    if (instead) {
      evaluation = new Evaluation(this, typing, !query.isTelling);
      ranked = evaluation.rank(instead);
    }
    const { documents } = ranked;
    const isAllowed = columns?.allowed(this, facets);
    const found = Array.from(documents, (_, i) => i).filter((i) => !isAllowed || isAllowed[documents[i]]);
    const hits = this.first(found, ranked, sort, offset + limit, columns).slice(offset).map((i) => this.hit(documents[i], ranked.scores[i]));
    return {
      total: found.length,
      hits,
      facets: counts ? columns.counts(this, documents, facets, counts) : {},
      quarters: counts ? columns.quarters(this, found.map((i) => documents[i])) : [],
      showing: instead && { text: files.module('query')?.printQuery(instead), insteadOf: text },
      terms: [...evaluation.marked].slice(0, MOST_TERMS),
    };
  }

  /** The first places in what was found, in order: of equals the most severe, then the newest. */
  first(found, { documents, scores }, sort, most, columns) {
    const newer = (a, b) => documents[b] - documents[a];
    if (!most || sort === 'newest') return best(found, most, newer);
    let pool = found;
    let order = () => 0;
    if (sort === 'relevance') {
      order = (a, b) => scores[b] - scores[a];
      const last = best(found, most, (a, b) => order(a, b) || newer(a, b)).at(-1);
      pool = found.filter((i) => scores[i] >= scores[last]);
    } else if (sort === 'longest') {
      const longer = columns.byLength(this);
      order = (a, b) => longer(documents[a], documents[b]);
    }
    const rankOf = pool.length > most + MORE_CARDS ? this.severities() : (document) => Math.min(...this.card(document)?.[3][this.tie] ?? []);
    return best(pool, most, (a, b) => order(a, b) || (this.tie >= 0 && rankOf(documents[a]) - rankOf(documents[b])) || newer(a, b));
  }

  /** By document the place of the value that decides between equals. */
  severities() {
    const column = this.column(this.manifest.facets.indexOf(this.manifest.shown[this.tie]));
    return (document) => (column?.starts[document] < column?.starts[document + 1] ? column.values[column.starts[document]] : Infinity);
  }

  /** The values of a facet: those of document d are values[starts[d]] to values[starts[d + 1]]. */
  column(place) {
    const { documents, columns, facets } = this.manifest;
    return place < 0 ? undefined : this.files.opened(`column-${columns[place]}`, (cursor) => {
      const labels = facets[place].values ?? cursor.json(cursor.varint());
      const isSingle = cursor.varint();
      const starts = new Int32Array(documents + 1);
      for (let i = 0; i < documents; i++) starts[i + 1] = starts[i] + (isSingle || cursor.varint());
      return { labels, starts, values: new Int32Array(starts[documents]).map(() => cursor.varint()) };
    }, `column ${place}`);
  }

  /** The cards of a document and its neighbours, behind the name of the file of their texts and where the first begins. */
  cards(document) {
    const file = Math.floor(document % CARDS_IN_GROUP / CARDS_IN_FILE).toString(16);
    return this.files.opened(`cards-${this.manifest.cards[Math.floor(document / CARDS_IN_GROUP)]}-${file}`, (cursor) => cursor.json());
  }

  card(document) {
    return this.cards(document)?.[document % CARDS_IN_FILE + 2];
  }

  /** @returns {Hit} */
  hit(doc, score) {
    const [id, url, title, values = [], numbers = []] = this.card(doc) ?? [];
    const { shown, numbers: names } = this.manifest;
    return {
      doc, id, url, title, score,
      facets: Object.fromEntries(values.map((places, i) => [shown[i].name, places.map((place) => shown[i].values[place][0])])),
      numbers: Object.fromEntries(numbers.map((number, i) => [names[i].name, number]).filter(([, number]) => number !== null)),
    };
  }

  /** A title with the words that were found in it. @returns {Promise<{ text: string, isMatch: boolean }[]>} */
  marked(title, answer) {
    return this.files.settle(() => this.files.module('snippets')?.marked(title, answer.terms));
  }

  /** @param {Hit} hit @returns {Promise<{ anchor: string | null, parts: { text: string, isMatch: boolean }[] }>} */
  snippet(hit, answer) {
    return this.files.settle(() => this.files.module('snippets')?.snippet(this, hit, answer));
  }
}
