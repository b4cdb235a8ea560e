/** Words of a query in the index: their documents, impacts and places. */

import { termOf, tokenize } from './analysis.js';
import { broken } from './files.js';

const PREFIX_SHARDS = 64;
const TYPING_SHARDS = 2;
export const PREFIX_TERMS = 1024;

const encoder = new TextEncoder();
const bytesOf = (text) => String.fromCharCode(...encoder.encode(text));
export const textOf = (bytes) => new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));

/** 1024 times the binary logarithm, rounded down. */
function log2(number) {
  let bits = Math.floor(Math.log2(number));
  while (2 ** bits > number) bits--;
  while (2 ** (bits + 1) <= number) bits++;
  let mantissa = Math.floor(number * 2 ** 20 / 2 ** bits);
  for (let i = 0; i < 10; i++) {
    mantissa = Math.floor(mantissa * mantissa / 2 ** 20);
    const more = mantissa >= 2 ** 21;
    bits = bits * 2 + more;
    if (more) mantissa = Math.floor(mantissa / 2);
  }
  return bits;
}

export const idfOf = (documents, having) => log2(2 * documents + 2) - log2(2 * having + 1);

/** Of a text in a query. @returns {{ word: string, terms: string[], position: number, kind: string }[]} */
export const queryTokens = (text) => tokenize(text).map(({ word, position, kind }) => ({
  word, position, kind, terms: [...new Set([kind === 'Identifier' ? word : termOf({ word }), word])],
}));

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

/** How many low bits the differences of documents have. */
const lowOfGaps = (documents, having) => {
  const mean = Math.floor((documents - having) * 11 / (16 * having));
  return mean ? Math.floor(Math.log2(mean)) + 1 : 0;
};

const decodeShard = (all) => (cursor) => {
  const terms = [];
  const entries = [];
  let start = 0;
  let placeStart = 0;
  for (let left = cursor.varint(); left > 0; left--) {
    terms.push(cursor.shared(terms.at(-1) ?? ''));
    const coded = cursor.varint();
    const entry = { count: coded >> 3, low: coded & 7, start, placeStart, placeLength: cursor.varint() };
    start += entry.count;
    placeStart += entry.placeLength;
    entries.push(entry);
  }
  if (start > (cursor.bytes.length - cursor.at) * 8) throw broken();
  const documents = new Int32Array(start);
  const frequencies = new Int32Array(start);
  const bits = cursor.bits();
  for (const { start: from, count, low } of entries) {
    const gaps = lowOfGaps(all, count);
    let document = -1;
    for (let i = from; i < from + count; i++) {
      documents[i] = document += bits.rice(gaps) + 1;
      frequencies[i] = bits.rice(low) + 1;
    }
    if (document >= all) throw broken();
  }
  bits.end();
  return { terms, entries, documents, frequencies };
};

const lengthOf = (place) => Math.round(2 ** (place % 8 / 8) * 1e4) / 1e4 * 2 ** (place >> 3);

/** Terms, from words to documents. */
export class Terms {
  constructor(files, manifest) {
    this.files = files;
    this.manifest = manifest;
    this.begun = new Map();
  }

  shard(number) {
    return this.files.opened('terms', this.manifest.shards[number], decodeShard(this.manifest.documents));
  }

  /** By document: what its frequencies are divided by. */
  norms() {
    const { lengths, documents, average } = this.manifest;
    return this.files.opened('lengths', lengths, (cursor) => {
      const least = cursor.varint();
      return Float64Array.from({ length: documents }, () => 0.25 + 0.75 * lengthOf(least + cursor.varint()) / lengthOf(average));
    });
  }

  /** The last shard whose separator is not above the term. */
  shardOf(term) {
    const { separators } = this.manifest;
    const at = lowerBound(separators, term);
    return separators[at] === term ? at : Math.max(at - 1, 0);
  }

  /** @returns {{ term: string, documents: Int32Array, impacts: Uint8Array, shard: number, entry: object } | undefined} */
  find(text) {
    const term = bytesOf(text);
    const number = this.shardOf(term);
    const norms = this.norms();
    const shard = this.manifest.shards.length ? this.shard(number) : undefined;
    if (!shard || !norms) return undefined;
    const at = lowerBound(shard.terms, term);
    return shard.terms[at] === term ? this.postings(shard, number, at, norms) : undefined;
  }

  postings(shard, number, at, norms) {
    const entry = shard.entries[at];
    if (!entry.impacts) {
      const { start, count } = entry;
      entry.documents = shard.documents.subarray(start, start + count);
      entry.impacts = new Uint8Array(count);
      for (let i = 0; i < count; i++) {
        const frequency = shard.frequencies[start + i] / norms[entry.documents[i]];
        entry.impacts[i] = Math.min(Math.max(Math.floor(255 * frequency / (1.25 + frequency) + 0.5), 1), 254);
      }
    }
    return { term: shard.terms[at], documents: entry.documents, impacts: entry.impacts, shard: number, entry };
  }

  startingWith(text, mostShards) {
    const found = [];
    const prefix = bytesOf(text);
    const first = this.shardOf(prefix);
    const norms = this.norms();
    for (let number = first; number < Math.min(this.manifest.shards.length, first + mostShards); number++) {
      const shard = this.shard(number);
      if (!shard || !norms) {
        // Those behind it are wanted only if it ends in such terms: their separators say so.
        if (this.manifest.separators[number + 1]?.startsWith(prefix)) continue;
        return found;
      }
      for (let at = lowerBound(shard.terms, prefix); at < shard.terms.length; at++) {
        if (found.length === PREFIX_TERMS || !shard.terms[at].startsWith(prefix)) return found;
        found.push(this.postings(shard, number, at, norms));
      }
    }
    return found;
  }

  /** Several terms counted as one. */
  together(word, parts) {
    const count = this.manifest.documents;
    let [{ documents, impacts }] = parts.length ? parts : [{ documents: [], impacts: [] }];
    if (parts.length > 1) {
      const sums = new Uint8Array(count);
      let found = 0;
      for (const part of parts) {
        for (let i = 0; i < part.documents.length; i++) {
          const a = sums[part.documents[i]];
          const b = part.impacts[i];
          if (!a) found++;
          sums[part.documents[i]] = a ? Math.floor(255 * (255 * (a + b) - 2 * a * b) / (65025 - a * b)) : b;
        }
      }
      documents = new Int32Array(found);
      impacts = new Uint8Array(found);
      for (let document = 0, i = 0; i < found; document++) {
        if (!sums[document]) continue;
        documents[i] = document;
        impacts[i++] = sums[document];
      }
    }
    return { word, documents, impacts, idf: idfOf(count, documents.length), parts };
  }

  exact(scope, token) {
    return token.terms.map((term) => this.find(scope + term)).filter(Boolean);
  }

  whole(scope, token) {
    return this.together(token.word, this.exact(scope, token));
  }

  /** The word and all that it begins, which count half. Remembers the last ones: each is asked for twice. */
  beginning(scope, token, isTyping) {
    const key = `${scope}${token.word} ${isTyping}`;
    if (this.begun.has(key)) return this.begun.get(key);
    const found = this.begin(scope, token, isTyping);
    if (!this.files.missing.size) this.begun.set(key, found);
    if (this.begun.size > 16) this.begun.delete(this.begun.keys().next().value);
    return found;
  }

  begin(scope, token, isTyping) {
    const exact = this.exact(scope, token);
    let begun = this.startingWith(scope + token.word, isTyping ? TYPING_SHARDS : PREFIX_SHARDS);
    if (!begun.length && !scope && token.word.length > 2 && !this.files.missing.size) begun = this.files.module('spelling')?.inflected(this, token.word) ?? [];
    const others = begun.filter(({ term }) => exact.every((each) => each.term !== term));
    return this.together(`${token.word}*`, [...exact, ...others.map((part) => ({ ...part, impacts: part.impacts.map((impact) => (impact + 1) >> 1) }))]);
  }
}
