/** Reads a search index: openIndex, then search and snippet. Answers as SearchIndex in C# does, to the last digit of a score. */

import { queryTokens, Terms } from './terms.js';
import { best, corrected, Evaluation, rank } from './ranking.js';
import { parseQuery, printQuery } from './query.js';
import { chooseSnippet } from './snippets.js';
import { broken, checksum, Cursor, Files, inflate, SearchError } from './files.js';

export { SearchError };

const CARDS_IN_FILE = 32;
const TEXTS_IN_FILE = 16;
const MOST_TERMS = 128;
const MAX_VALUE = 2 ** 53 - 1;

const decoder = new TextDecoder();
const json = (bytes) => {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    throw broken();
  }
};
const hex = (check) => check.toString(16).padStart(8, '0');

function decodeManifest(cursor) {
  const manifest = json(cursor.take(cursor.varint()));
  const checks = () => Array.from({ length: cursor.varint() }, () => cursor.check());
  manifest.cards = checks();
  manifest.shards = checks();
  let separator = '';
  manifest.separators = manifest.shards.map(() => (separator = cursor.shared(separator)));
  manifest.columns = manifest.columns.map(hex);
  manifest.words = Object.fromEntries(Object.entries(manifest.words).map(([letter, check]) => [letter, hex(check)]));
  manifest.positions = hex(manifest.positions);
  for (const facet of manifest.facets) facet.values = facet.values.map((value) => ({ value: value[0], label: value.at(-1) }));
  return manifest;
}

/**
 * @param {string | URL} base the folder that holds index.json
 * @param {{ manifest?: string }} options the manifest's checksum where the page knows it: one round trip less
 * @returns {Promise<SearchIndex>} rejects with a SearchError
 */
export async function openIndex(base, { manifest } = {}) {
  const files = new Files(base);
  files.manifest = manifest ?? await files.entry();
  const open = () => files.opened('manifest', files.manifest, decodeManifest);
  open();
  try {
    await files.load();
  } catch (error) {
    if (!manifest || error.code !== 'stale') throw error;
    await files.entry();
    open();
    await files.load();
  }
  return new SearchIndex(files, open());
}

/** @typedef {{ doc: number, id: string, url: string, title: string, score: number, facets: Record<string, string[]>, numbers: Record<string, number> }} Hit */

class SearchIndex {
  constructor(files, manifest) {
    this.files = files;
    this.manifest = manifest;
    this.terms = new Terms(files, manifest);
    this.fields = [
      ...['id', 'title', 'error'].map((name) => ({ names: [name], kind: 'Text', values: [] })),
      ...manifest.facets.map((facet) => ({ names: [facet.name, ...facet.aliases], kind: facet.isOrdered ? 'OrderedFacet' : 'Facet', values: facet.values.map(({ value }) => value) })),
      ...manifest.numbers.map((number) => ({ names: [number.name], kind: number.isDate ? 'Date' : 'Duration', values: [] })),
    ];
  }

  /** How many documents it holds. */
  get documents() {
    return this.manifest.documents;
  }

  /** Asks again until nothing was missing: each turn is one round trip, with all its files at once. */
  async settle(ask) {
    for (;;) {
      const answer = ask();
      if (!this.files.missing.size) {
        this.files.trim();
        return answer;
      }
      await this.files.load();
    }
  }

  /**
   * @param {string} text as typed or pasted
   * @param {{ facets?: Record<string, string[]>, counts?: string[], sort?: 'relevance' | 'newest' | 'severity' | 'longest', offset?: number, limit?: number, isTyping?: boolean, isCorrecting?: boolean }} options
   *   counts: the facets to count, all unless told; each takes a file that the hits may not need
   */
  search(text, { facets = {}, counts = this.manifest.facets.map(({ name }) => name), sort = 'relevance', offset = 0, limit = 10, isTyping = false, isCorrecting = true } = {}) {
    const query = parseQuery(text, this.fields);
    const typing = isTyping ? lastWord(text, query.root) : null;
    return this.settle(() => this.answer(text, query, typing, { facets, counts, sort, offset: Math.max(0, offset), limit: Math.max(0, limit), isCorrecting }));
  }

  answer(text, query, typing, { facets, counts, sort, offset, limit, isCorrecting }) {
    const { manifest } = this;
    const instead = isCorrecting ? corrected(this, query, typing) : null;
    const asked = instead ?? query;
    const evaluation = new Evaluation(this, typing, !isTelling(query.root));
    const { documents, scores } = rank(this, asked, evaluation, evaluation.group(asked.root));
    const isNeeded = ({ name }) => counts.includes(name) || facets[name]?.length || name === manifest.tieBreakFacet;
    const columns = manifest.facets.map((facet, place) => (isNeeded(facet) ? this.column(place) : null));
    const compare = this.order(documents, scores, sort, columns);
    if (columns.includes(undefined) || !compare) return null;
    const isAllowed = this.allowed(facets, columns, null);
    const found = documents.length ? new Int32Array(documents.length) : [];
    let total = 0;
    for (let i = 0; i < documents.length; i++) if (!isAllowed || isAllowed[documents[i]]) found[total++] = i;
    const first = best(total, offset + limit, (a, b) => compare(found[a], found[b])).slice(offset);
    return {
      total,
      hits: first.map((i) => this.hit(documents[found[i]], scores[found[i]])),
      facets: Object.fromEntries(manifest.facets.filter(({ name }) => counts.includes(name)).map((facet) => {
        const column = columns[manifest.facets.indexOf(facet)];
        return [facet.name, countsOf(facet, column, documents, this.allowed(facets, columns, facet.name), facets[facet.name] ?? [])];
      })),
      quarters: this.quarters(documents, found, total),
      showing: instead && { text: printQuery(instead), insteadOf: text },
      terms: [...new Set(evaluation.marked)].slice(0, MOST_TERMS),
    };
  }

  /** @param {Hit} hit @returns {Promise<{ anchor: string | null, parts: { text: string, isMatch: boolean }[] }>} */
  snippet(hit, answer) {
    return this.settle(() => {
      const place = hit.doc % CARDS_IN_FILE;
      const cards = this.cards(hit.doc);
      if (!cards) return null;
      const [, , , , , start, length, check] = cards[place + 1];
      const passages = this.files.part('texts', cards[0][Math.floor(place / TEXTS_IN_FILE)], start, length, async (bytes) => {
        if (checksum(bytes) !== check) throw broken();
        return json(await inflate(bytes));
      });
      return passages && chooseSnippet(passages, answer.terms);
    });
  }

  cards(document) {
    return this.files.opened('cards', this.manifest.cards[Math.floor(document / CARDS_IN_FILE)], (cursor) => json(cursor.take(cursor.bytes.length - 1)));
  }

  hit(doc, score) {
    const cards = this.cards(doc);
    if (!cards) return null;
    const card = cards[doc % CARDS_IN_FILE + 1];
    if (!card) throw broken();
    const [id, url, title, values, numbers] = card;
    return {
      doc, id, url, title, score,
      facets: Object.fromEntries(this.manifest.facets.map(({ name }, i) => [name, values[i]])),
      numbers: Object.fromEntries(this.manifest.numbers.map(({ name }, i) => [name, numbers[i]]).filter(([, value]) => value !== null)),
    };
  }

  /** The values of a facet: those of document d are values[starts[d]] to values[starts[d + 1]]. */
  column(place) {
    const { documents, columns, facets } = this.manifest;
    return this.files.opened('column', columns[place], (cursor) => {
      const starts = new Int32Array(documents + 1);
      for (let document = 0; document < documents; document++) starts[document + 1] = starts[document] + cursor.varint();
      const values = Int32Array.from({ length: Math.min(starts[documents], cursor.bytes.length) }, () => cursor.varint());
      if (values.some((value) => value >= facets[place].values.length)) throw broken();
      return { starts, values };
    });
  }

  /** By document; -MAX_VALUE where it has none. */
  numbers(place) {
    return this.files.opened('column', this.manifest.columns[this.manifest.facets.length + place], (cursor) => {
      let before = 0;
      return Float64Array.from({ length: this.manifest.documents }, () => {
        const coded = cursor.varint() - 1;
        return coded < 0 ? -MAX_VALUE : (before += coded % 2 ? -(coded + 1) / 2 : coded / 2);
      });
    }, 'numbers');
  }

  having(place, isWanted) {
    const column = this.column(place);
    const found = [];
    for (let document = 0; column && document < this.manifest.documents; document++) {
      for (let i = column.starts[document]; i < column.starts[document + 1]; i++) {
        if (!isWanted(column.values[i])) continue;
        found.push(document);
        break;
      }
    }
    return found;
  }

  withValue({ field, value, isPrefix }) {
    const place = this.manifest.facets.findIndex(({ name }) => name === field);
    const wanted = value.toLowerCase();
    const isWanted = this.manifest.facets[place]?.values.map((each) => (isPrefix ? each.value.toLowerCase().startsWith(wanted) : each.value.toLowerCase() === wanted));
    return place < 0 ? [] : this.having(place, (at) => isWanted[at]);
  }

  between({ field, low, high }) {
    const facet = this.manifest.facets.findIndex(({ name }) => name === field);
    if (facet >= 0) return this.having(facet, (at) => at >= low && at <= high);
    const place = this.manifest.numbers.findIndex(({ name }) => name === field);
    const found = [];
    this.numbers(place)?.forEach((number, document) => {
      if (number > -MAX_VALUE && number >= low && number <= high) found.push(document);
    });
    return found;
  }

  /** Documents with one of the chosen values in each facet but one; null where that is all. */
  allowed(chosen, columns, exceptFor) {
    const asked = Object.entries(chosen).filter(([name, values]) => name !== exceptFor && values.length);
    if (!asked.length) return null;
    const allowed = new Uint8Array(this.manifest.documents).fill(1);
    for (const [name, values] of asked) {
      const place = this.manifest.facets.findIndex((facet) => facet.name === name);
      const isWanted = this.manifest.facets[place]?.values.map(({ value }) => values.includes(value));
      const { starts, values: all } = columns[place] ?? { starts: new Int32Array(this.manifest.documents + 1) };
      for (let document = 0; document < allowed.length; document++) {
        let isIn = 0;
        for (let i = starts[document]; i < starts[document + 1]; i++) if (isWanted[all[i]]) isIn = 1;
        allowed[document] &= isIn;
      }
    }
    return allowed;
  }

  /** Compares two places in what was found. */
  order(documents, scores, sort, columns) {
    const { facets, numbers, tieBreakFacet } = this.manifest;
    const severity = columns[facets.findIndex(({ name }) => name === tieBreakFacet)];
    const rankOf = (i) => (severity && severity.starts[documents[i]] < severity.starts[documents[i] + 1] ? severity.values[severity.starts[documents[i]]] : MAX_VALUE);
    const bySeverity = (a, b) => rankOf(a) - rankOf(b) || documents[b] - documents[a];
    if (sort === 'newest') return (a, b) => documents[b] - documents[a];
    if (sort === 'severity') return bySeverity;
    if (sort !== 'longest') return (a, b) => scores[b] - scores[a] || bySeverity(a, b);
    const duration = numbers.findIndex(({ isDate }) => !isDate);
    const lengths = duration < 0 ? [] : this.numbers(duration);
    const lengthOf = (i) => lengths[documents[i]] ?? -MAX_VALUE;
    return lengths && ((a, b) => lengthOf(b) - lengthOf(a) || bySeverity(a, b));
  }

  quarters(documents, places, total) {
    const { quarters } = this.manifest;
    if (!quarters.length) return [];
    const [first] = quarters[0];
    const counts = new Array(quarters.at(-1)[0] - first + 1).fill(0);
    let at = -1;
    for (let i = 0; i < total; i++) {
      while (at + 1 < quarters.length && quarters[at + 1][1] <= documents[places[i]]) at++;
      if (at >= 0) counts[quarters[at][0] - first]++;
    }
    return counts.map((count, i) => ({ quarter: `${String(Math.floor((first + i) / 4)).padStart(4, '0')}-Q${(first + i) % 4 + 1}`, count }));
  }
}

function countsOf(facet, column, documents, allowed, chosen) {
  const counts = new Int32Array(facet.values.length);
  for (const document of documents) {
    if (allowed && !allowed[document]) continue;
    for (let i = column.starts[document]; i < column.starts[document + 1]; i++) counts[column.values[i]]++;
  }
  const values = facet.values.map(({ value, label }, i) => ({ value, label, count: counts[i], isChosen: chosen.includes(value) })).filter(({ count, isChosen }) => count || isChosen);
  return facet.isOrdered ? values : values.sort((a, b) => b.count - a.count);
}

/** The word that the text ends in, where it ends in a letter or digit. */
function lastWord(text, { clauses }) {
  const last = clauses.at(-1);
  if (!/[\p{L}\p{Nd}]/u.test(text.at(-1) ?? '') || !last || last.occurrence === 'MustNot') return null;
  if (last.node.type === 'group') return lastWord(text, last.node);
  return last.node.type === 'word' && last.node.match === 'Whole' && last.node.field !== 'id' ? last.node : null;
}

function isTelling(node) {
  if (node.type === 'group') return node.clauses.some((clause) => clause.occurrence !== 'MustNot' && isTelling(clause.node));
  if (node.type === 'word') return node.match !== 'Whole' || queryTokens(node.text).some(({ kind }) => kind !== 'StopWord');
  return node.type === 'phrase';
}
