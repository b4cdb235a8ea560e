/** Reads a search index: openIndex, then search and snippet. Answers as SearchIndex in C# does, to the last digit of a score. */

import { isWide } from './analysis.js';
import { queryTokens, Terms } from './terms.js';
import { best, corrected, Evaluation, rank } from './ranking.js';
import { broken, Files, hex, inflate, json, unsealed } from './files.js';

export { SearchError } from './files.js';

const CARDS_IN_FILE = 8;
const CARDS_IN_GROUP = 16;
const MOST_TERMS = 128;

/** Words of letters and nothing else: such a query is read without query.js. */
const PLAIN = /^(?!.*(?:^| )(?:-|(?:AND|OR|NOT)(?: |$)))[A-Za-z ,._-]{0,999}$/;
/** With these a logged line begins: more is to be left out than is known here. */
const LOGGED = /^[ ,._-]*(?:error|err|warn|warning|info|debug|trace|fatal|critical|crit|notice|severe|level|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|utc|gmt)\b/i;

const labelled = (values) => values.map((value) => ({ value: value[0], label: value.at(-1) }));

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
  manifest.lengths = hex(manifest.lengths);
  for (const facet of manifest.facets) {
    facet.isApart = !facet.values;
    facet.values &&= labelled(facet.values);
  }
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
    const own = this;
    this.fields = [
      ...['id', 'title', 'error'].map((name) => ({ names: [name], kind: 'Text', values: [] })),
      ...manifest.facets.map((facet, place) => ({
        names: [facet.name, ...facet.aliases],
        kind: facet.isOrdered ? 'OrderedFacet' : 'Facet',
        get values() {
          if (!facet.values) own.column(place);
          return (facet.values ?? []).map(({ value }) => value);
        },
      })),
      ...manifest.numbers.map((number) => ({ names: [number.name], kind: number.isDate ? 'Date' : 'Duration', values: [] })),
    ];
  }

  /** How many documents it holds. */
  get documents() {
    return this.manifest.documents;
  }

  /** What a value of a facet is called. */
  labelOf(name, value) {
    return this.manifest.facets.find((facet) => facet.name === name)?.values?.find((each) => each.value === value)?.label ?? value;
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
   * @param {{ facets?: Record<string, string[]>, counts?: string[] | null, sort?: 'relevance' | 'newest' | 'severity' | 'longest', offset?: number, limit?: number, isTyping?: boolean, isCorrecting?: boolean }} options
   *   counts: the facets to count, all unless told; each takes a file that the hits may not need. null: nor quarters
   */
  search(text, { facets = {}, counts = this.manifest.facets.map(({ name }) => name), sort = 'relevance', offset = 0, limit = 10, isTyping = false, isCorrecting = true } = {}) {
    return this.settle(() => this.answer(text, { facets, counts, sort, offset: Math.max(0, offset), limit: Math.max(0, limit), isTyping, isCorrecting }));
  }

  /** @returns undefined where something is missing */
  answer(text, { facets, counts, sort, offset, limit, isTyping, isCorrecting }) {
    const { files, manifest } = this;
    const query = this.parse(text);
    const columns = counts || sort === 'longest' || Object.keys(facets).length ? files.module('facets') : null;
    if (files.missing.size) return undefined;
    const typing = isTyping ? lastWord(text, query.root) : null;
    const instead = isCorrecting ? corrected(this, query, typing) : null;
    const asked = instead ?? query;
    const evaluation = new Evaluation(this, typing, !isTelling(query.root));
    const { documents, scores } = rank(asked, evaluation, evaluation.group(asked.root));
    const isAllowed = columns?.allowed(this, facets);
    const found = [];
    for (let i = 0; i < documents.length; i++) if (!isAllowed || isAllowed[documents[i]]) found.push(i);
    const first = this.first(found, documents, scores, sort, offset + limit, columns, asked.root.clauses.length).slice(offset);
    if (files.missing.size) return undefined;
    const hits = first.map((i) => this.hit(documents[i], scores[i]));
    const counted = counts ? columns.counts(this, documents, facets, counts) : {};
    return files.missing.size ? undefined : {
      total: found.length,
      hits,
      facets: counted,
      quarters: counts ? columns.quarters(manifest, found.map((i) => documents[i])) : [],
      showing: instead && { text: files.module('query')?.printQuery(instead), insteadOf: text },
      terms: [...new Set(evaluation.marked)].slice(0, MOST_TERMS),
    };
  }

  parse(text) {
    if (isWide(text)) this.files.module('folding');
    if (!PLAIN.test(text) || LOGGED.test(text)) return this.files.module('query')?.parseQuery(text, this.fields);
    const words = text.split(' ').filter(Boolean);
    const line = text.toLowerCase().match(/[a-z]+/g)?.slice(0, 32).map((word) => word.slice(0, 64)) ?? [];
    return { root: { type: 'group', clauses: words.map((word) => ({ occurrence: 'Should', node: { type: 'word', field: null, text: word, match: 'Whole' } })) }, fingerprints: line.length > 1 && line.join('').length > 7 ? [line.join(' ')] : [], isLiteral: false };
  }

  /** The first places in what was found, in order. The column that decides between equals is loaded only where it does, or where one word will have equals. */
  first(found, documents, scores, sort, most, columns, clauses) {
    const newer = (a, b) => documents[b] - documents[a];
    const by = (compare) => best(found.length, most, (a, b) => compare(found[a], found[b])).map((place) => found[place]);
    if (sort === 'newest' || !most) return most ? by(newer) : [];
    const tie = this.manifest.facets.findIndex(({ name }) => name === this.manifest.tieBreakFacet);
    let compare = sort === 'severity' ? () => 0 : (a, b) => scores[b] - scores[a];
    if (sort === 'longest') {
      const longer = columns.byLength(this);
      compare = (a, b) => longer?.(documents[a], documents[b]);
    } else if (sort === 'relevance' && (tie < 0 || clauses !== 1)) {
      const last = by((a, b) => compare(a, b) || newer(a, b));
      const least = scores[last.at(-1)];
      if (tie < 0 || (new Set(last.map((i) => scores[i])).size === last.length && found.reduce((sum, i) => sum + (scores[i] >= least), 0) === last.length)) return last;
    }
    const column = tie < 0 ? null : this.column(tie);
    const rankOf = (i) => (column?.starts[documents[i]] < column?.starts[documents[i] + 1] ? column.values[column.starts[documents[i]]] : Infinity);
    return by((a, b) => {
      const [left, right] = [rankOf(a), rankOf(b)];
      return compare(a, b) || (left === right ? newer(a, b) : left - right);
    });
  }

  /** A title with the words that were found in it. @returns {Promise<{ text: string, isMatch: boolean }[]>} */
  marked(title, answer) {
    return this.settle(() => this.files.module('snippets')?.marked(title, answer.terms));
  }

  /** @param {Hit} hit @returns {Promise<{ anchor: string | null, parts: { text: string, isMatch: boolean }[] }>} */
  snippet(hit, answer) {
    return this.settle(() => {
      const snippets = this.files.module('snippets');
      const cards = this.cards(hit.doc);
      if (!cards) return undefined;
      const [texts, offset, ...own] = cards;
      const place = hit.doc % CARDS_IN_FILE;
      const start = own.slice(0, place).reduce((sum, card) => sum + card[5], offset);
      const passages = this.files.part('texts', texts, start, own[place][5], async (bytes) => json(await inflate(unsealed(bytes))));
      return passages && snippets?.chooseSnippet(passages, answer.terms);
    });
  }

  cards(document) {
    const file = Math.floor(document / CARDS_IN_FILE);
    const name = `${this.manifest.cards[Math.floor(file / CARDS_IN_GROUP)]}-${(file % CARDS_IN_GROUP).toString(16)}`;
    return this.files.opened('cards', name, (cursor) => json(cursor.take(cursor.bytes.length - 1)));
  }

  hit(doc, score) {
    const cards = this.cards(doc);
    if (!cards) return undefined;
    const card = cards[doc % CARDS_IN_FILE + 2];
    if (!card) throw broken();
    const [id, url, title, values, numbers] = card;
    return {
      doc, id, url, title, score,
      facets: Object.fromEntries(this.manifest.facets.filter(({ isShown }) => isShown).map(({ name }, i) => [name, values[i]])),
      numbers: Object.fromEntries(this.manifest.numbers.map(({ name }, i) => [name, numbers[i]]).filter(([, value]) => value !== null)),
    };
  }

  /** The values of a facet: those of document d are values[starts[d]] to values[starts[d + 1]]. */
  column(place) {
    const { documents, columns, facets } = this.manifest;
    return this.files.opened('column', columns[place], (cursor) => {
      const facet = facets[place];
      if (facet.isApart) facet.values = labelled(json(cursor.take(cursor.varint())));
      const isSingle = cursor.varint();
      const starts = new Int32Array(documents + 1);
      for (let document = 0; document < documents; document++) starts[document + 1] = starts[document] + (isSingle || cursor.varint());
      const values = Int32Array.from({ length: Math.min(starts[documents], cursor.bytes.length) }, () => cursor.varint());
      if (values.some((value) => value >= facet.values.length)) throw broken();
      return { starts, values };
    });
  }
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
