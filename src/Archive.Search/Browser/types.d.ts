/** What the modules pass to each other. Nothing loads this file. */

/** Of `search`. */
export interface Options {
  /** Chosen values by facet: any of them, of each facet. */
  facets?: Record<string, string[]>;
  /** The facets to count, all unless told; each takes a file that the hits may not need. null: nor quarters. */
  counts?: string[] | null;
  sort?: 'relevance' | 'newest' | 'severity' | 'longest';
  offset?: number;
  limit?: number;
  /** The last word is not finished. */
  isTyping?: boolean;
  /** A word that no document has is replaced by one that is near it. */
  isCorrecting?: boolean;
}

export interface Answer {
  total: number;
  hits: Hit[];
  facets: Record<string, { value: string; label: string; count: number; isChosen: boolean }[]>;
  quarters: { quarter: string; count: number }[];
  showing: { text: string; insteadOf: string } | null;
  /** What is written like a filter and was searched as text, since no document has it; but for what is still being typed. */
  strayFilters: string[];
  /** What is to be marked. */
  terms: string[];
}

export interface Hit {
  doc: number;
  id: string;
  url: string;
  title: string;
  score: number;
  facets: Record<string, string[]>;
  /** Minutes: of dates since 1970. */
  numbers: Record<string, number>;
}

export interface Part {
  text: string;
  isMatch: boolean;
}

/** What reader.js gives. All of it rejects with a SearchError, whose code is missing, stale, corrupt or unknown-format. */
export interface SearchIndex {
  readonly documents: number;
  search(text: string, options?: Options): Promise<Answer>;
  /** A title with the words that were found in it. */
  marked(title: string, answer: Answer): Promise<Part[]>;
  /** The passage that has most of the words, and where it stands. */
  snippet(hit: Hit, answer: Answer): Promise<{ anchor: string | null; parts: Part[] }>;
  labelOf(facet: string, value: string): string;
}

/** @param base the folder that holds index.json; the manifest's checksum where the page knows it: one round trip less */
export function openIndex(base: string | URL, known?: { manifest?: string }): Promise<SearchIndex>;

export type TokenKind = 'Word' | 'StopWord' | 'Identifier' | 'Part';

/** Of a text; start and length are of the text as given, word is folded and not stemmed. */
export interface Token {
  word: string;
  kind: TokenKind;
  position: number;
  start: number;
  length: number;
}

/** Of a query: what is looked up for it, the stem first. */
export interface QueryToken {
  word: string;
  kind: TokenKind;
  position: number;
  terms: string[];
}

/** Names are lower case, the first is canonical; values are in rank order, greatest first. */
export interface QueryField {
  names: string[];
  kind: 'Text' | 'Facet' | 'OrderedFacet' | 'Date' | 'Duration';
  values: string[];
}

export type QueryNode =
  | { type: 'word'; field: string | null; text: string; match: 'Whole' | 'Prefix' | 'Fuzzy' | 'FuzzyOne' | 'FuzzyTwo' }
  | { type: 'phrase'; field: string | null; text: string; slop: number }
  | { type: 'facet'; field: string; value: string; isPrefix: boolean }
  | { type: 'range'; field: string; low: number; high: number; text: string }
  | { type: 'group'; clauses: Clause[] };

export interface Clause {
  occurrence: 'Should' | 'Must' | 'MustNot';
  node: QueryNode;
}

export interface Query {
  root: { type: 'group'; clauses: Clause[] };
  /** Terms whose documents stand above all others: fingerprints and ids. */
  exact: string[];
  /** Only of what has syntax. */
  strayFilters?: string[];
  /** It has more than stop words. */
  isTelling: boolean;
  /** The word that the text ends in. */
  last: QueryNode | null;
  /** It is printed as it was given: all of it is text, none of it syntax. */
  isLiteral: boolean;
}

/** A term of the index, of one shard. Terms are UTF-8, one character a byte. */
export interface Entry {
  term: string;
  count: number;
  documents: Int32Array;
  frequencies: Int32Array;
  /** 1 to 254; there once it was asked for. */
  impacts?: Uint8Array;
  places: { shard: number; start: number; length: number };
}

/** Entries that count as one word. */
export interface Term {
  word: string;
  documents: ArrayLike<number>;
  impacts: ArrayLike<number>;
  idf: number;
  parts: Entry[];
}

/** Documents, ascending; their scores; the idf of the words that they have. */
export interface Matches {
  documents: ArrayLike<number>;
  scores: ArrayLike<number>;
  covered: ArrayLike<number>;
}
