/** An index as its files and its terms: as IndexReader and TermLookup in C#. */

import { plainTokens } from './words.js';

/** Bytes; with more, all is forgotten. */
const MOST_KEPT = 2 ** 23;

export class SearchError extends Error {
  constructor(code) {
    super(`The search index is ${code}.`);
    this.code = code;
  }
}

/** Reads from front to back. Nothing is checked: zlib's checksum was. */
export class Cursor {
  constructor(bytes, at = 1) {
    this.bytes = bytes;
    this.at = at;
  }

  varint() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * factor;
      if (!(byte & 128)) return value;
    }
  }

  take(length) {
    return this.bytes.subarray(this.at, this.at += length);
  }

  json(length = this.bytes.length) {
    return JSON.parse(new TextDecoder().decode(this.take(length)));
  }

  /** A front-coded byte string, one character a byte. */
  shared(before) {
    return before.slice(0, this.varint()) + String.fromCharCode(...this.take(this.varint()));
  }

  bits() {
    const { bytes } = this;
    let at = this.at * 8;
    const bit = () => bytes[at >> 3] >> (at++ & 7) & 1;
    const low = (count) => {
      let value = 0;
      for (let i = 0; i < count; i++) value |= bit() << i;
      return value;
    };
    const rice = (count) => {
      let high = 0;
      while (bit()) high++;
      return high * 2 ** count + low(count);
    };
    return { low, rice };
  }
}

/** What a question needs and is not there is noted, then loaded at once with all else that is missing. */
export class Files {
  constructor(base) {
    this.base = new URL('.', new URL(base, globalThis.location?.href));
    this.kept = new Map();
    this.missing = new Map();
    this.loading = new Map();
    this.size = 0;
  }

  /** Asks again until nothing was missing: each turn is one round trip. */
  async settle(ask) {
    for (;;) {
      const answer = ask();
      if (!this.missing.size) return answer;
      if (this.size > MOST_KEPT) {
        this.kept.clear();
        this.size = 0;
      }
      const missing = [...this.missing];
      this.missing.clear();
      await Promise.all(missing.map(([key, load]) => {
        if (!this.loading.has(key)) this.loading.set(key, load().then((value) => this.kept.set(key, value)).finally(() => this.loading.delete(key)));
        return this.loading.get(key);
      }));
    }
  }

  get(key, load) {
    if (!this.kept.has(key)) this.missing.set(key, load);
    return this.kept.get(key);
  }

  module(name) {
    return this.get(name, () => import(`./${name}.js`).catch(() => { throw new SearchError('stale'); }));
  }

  opened(name, decode, key = name) {
    return this.get(key, () => this.read(name, async (bytes) => decode(new Cursor(await inflate(bytes)))));
  }

  async read(name, decode, options) {
    const answer = await this.fetch(`${name}.bin`, options);
    if (!answer.ok) throw new SearchError('stale');
    try {
      const bytes = new Uint8Array(await answer.arrayBuffer());
      this.size += bytes.length;
      return await decode(bytes, answer.status === 206);
    } catch {
      const { manifest } = this;
      throw new SearchError(manifest === await this.entry() ? 'corrupt' : 'stale');
    }
  }

  /** The manifest in force. */
  async entry() {
    const { manifestOf } = await import('./entry.js');
    return this.manifest = await manifestOf(this);
  }

  fetch(name, options) {
    return fetch(new URL(name, this.base), options).catch(() => { throw new SearchError('missing'); });
  }
}

export const inflate = async (bytes) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer());

const encoder = new TextEncoder();
/** UTF-8, one character a byte: terms are compared by bytes. */
export const bytesOf = (text) => String.fromCharCode(...encoder.encode(text));
export const textOf = (bytes) => new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt()));

const log2 = (number) => Math.floor(1024 * Math.log2(number) + 1e-10);
export const idfOf = (documents, having) => log2(2 * documents + 2) - log2(2 * having + 1);

/** The first place in a sorted list that is not below. */
export function lowerBound(list, value) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const everyDocument = (count) => new Int32Array(count).map((_, document) => document);

const decodeShard = (all, shard) => (cursor) => {
  const terms = [];
  const entries = [];
  let start = 0;
  for (let left = cursor.varint(); left > 0; left--) {
    const term = cursor.shared(terms.at(-1) ?? '');
    const coded = cursor.varint();
    const length = cursor.varint();
    terms.push(term);
    entries.push({ term, count: coded >> 3, low: coded & 7, places: { shard, start, length } });
    start += length;
  }
  const { rice } = cursor.bits();
  for (const entry of entries) {
    const { count, low } = entry;
    const listed = Math.min(count, all - count);
    const mean = Math.floor((all - listed) * 11 / (16 * listed));
    const gaps = mean && Math.floor(Math.log2(mean)) + 1;
    let document = -1;
    const list = new Int32Array(listed).map(() => document += rice(gaps) + 1);
    const without = new Set(list);
    entry.documents = listed === count ? list : everyDocument(all).filter((each) => !without.has(each));
    entry.frequencies = new Int32Array(count).map(() => rice(low) + 1);
  }
  return { terms, entries };
};

const lengthOf = (place) => Math.round(2 ** (place % 8 / 8) * 1e4) / 1e4 * 2 ** (place >> 3);

export class Terms {
  constructor(files, manifest) {
    this.files = files;
    this.manifest = manifest;
  }

  tokens(text) {
    return plainTokens(text) ?? this.files.module('folding')?.queryTokens(text) ?? [];
  }

  shard(number) {
    return this.files.opened(`terms-${this.manifest.shards[number]}`, decodeShard(this.manifest.documents, number));
  }

  /** By document: what its frequencies are divided by. */
  norms() {
    const { lengths, documents, average } = this.manifest;
    return this.files.opened(`lengths-${lengths}`, (cursor) => {
      const least = cursor.varint();
      return new Float64Array(documents).map(() => 0.25 + 0.75 * lengthOf(least + cursor.varint()) / lengthOf(average));
    });
  }

  shardOf(term) {
    const { separators } = this.manifest;
    const at = lowerBound(separators, term);
    return separators[at] === term ? at : Math.max(at - 1, 0);
  }

  find(text) {
    const term = bytesOf(text);
    const norms = this.norms();
    const shard = this.manifest.documents ? this.shard(this.shardOf(term)) : undefined;
    const at = shard ? lowerBound(shard.terms, term) : 0;
    return norms && shard?.terms[at] === term ? this.weighed(shard.entries[at], norms) : undefined;
  }

  weighed(entry, norms) {
    entry.impacts ??= new Uint8Array(entry.count).map((_, i) => {
      const frequency = entry.frequencies[i] / norms[entry.documents[i]];
      return Math.min(Math.max(Math.floor(255 * frequency / (1.25 + frequency) + 0.5), 1), 254);
    });
    return entry;
  }

  /** Several terms counted as one. */
  together(word, parts) {
    const count = this.manifest.documents;
    let [{ documents, impacts }] = [...parts, { documents: [], impacts: [] }];
    if (parts.length > 1) {
      const sums = new Uint8Array(count);
      for (const part of parts) {
        part.documents.forEach((document, i) => {
          const [a, b] = [sums[document], part.impacts[i]];
          sums[document] = Math.floor(255 * (255 * (a + b) - 2 * a * b) / (65025 - a * b));
        });
      }
      documents = sums.reduce((found, sum, document) => (sum && found.push(document), found), []);
      impacts = sums.filter(Boolean);
    }
    return { word, documents, impacts, idf: idfOf(count, documents.length), parts };
  }

  exact(scope, token) {
    return token.terms.map((term) => this.find(scope + term)).filter(Boolean);
  }

  term(scope, token, isTyped) {
    return isTyped ? this.files.module('prefix')?.beginning(this, scope, token, true) ?? this.together('', []) : this.together(token.word, this.exact(scope, token));
  }
}
