/** Reads a search index: openIndex, then search and snippet. As SearchIndex in C#, to the last digit of a score; types.d.ts says what is asked and answered. */

import { Files } from './files.js';
import { best, Evaluation } from './ranking.js';
import { bytesOf, Terms } from './terms.js';
import { plainQuery } from './words.js';

export { SearchError } from './files.js';

const CARDS_IN_FILE = 8;
const CARDS_IN_GROUP = 128;
const MOST_TERMS = 128;
/** So many more cards are loaded to decide between equals, or else the places of all. */
const MORE_CARDS = 12;

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
    if (!manifest || error.code !== 'stale') throw error;
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
    let evaluation = new Evaluation(this, typing, !query.isTelling);
    let ranked = evaluation.rank(query);
    if (files.missing.size) return undefined;
    const instead = isCorrecting && evaluation.hasUnknown ? files.module('spelling')?.corrected(this, query, typing) : null;
    if (instead) {
      evaluation = new Evaluation(this, typing, !query.isTelling);
      ranked = evaluation.rank(instead);
    }
    const { documents, scores } = ranked;
    const isAllowed = filters?.allowed(this, facets);
    const found = Array.from(documents.keys()).filter((i) => !isAllowed || isAllowed[documents[i]]);
    return {
      total: found.length,
      hits: this.first(found, ranked, sort, offset + limit, filters).slice(offset).map((i) => this.hit(documents[i], scores[i])),
      facets: counts ? filters.counts(this, documents, facets, counts) : {},
      quarters: counts ? filters.quarters(this, found.map((i) => documents[i])) : [],
      showing: instead && { text: files.module('query')?.printQuery(instead), insteadOf: text },
      terms: [...evaluation.marked].slice(0, MOST_TERMS),
    };
  }

  /** Of equals the most severe comes first, then the newest. */
  first(found, { documents, scores }, sort, most, filters) {
    const newer = (a, b) => documents[b] - documents[a];
    if (!most || sort === 'newest') return best(found, most, newer);
    let pool = found;
    let order = () => 0;
    if (sort === 'relevance') {
      order = (a, b) => scores[b] - scores[a];
      const last = best(found, most, (a, b) => order(a, b) || newer(a, b)).at(-1);
      pool = found.filter((i) => scores[i] >= scores[last]);
    } else if (sort === 'longest') {
      const longer = filters.byLength(this);
      order = (a, b) => longer(documents[a], documents[b]);
    }
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
