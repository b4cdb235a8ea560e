/** Words of a query in the index: their documents, impacts and places. */

import { termOf, tokenize } from './analysis.js';
import { broken, checksum, Cursor } from './files.js';
import { stem } from './porter2.js';

const PREFIX_SHARDS = 64;
const TYPING_SHARDS = 2;
const PREFIX_TERMS = 1024;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const bytesOf = (text) => String.fromCharCode(...encoder.encode(text));
export const textOf = (bytes) => decoder.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));

/** 1024 times the binary logarithm, rounded down. */
function log2(number) {
  const one = 1 << 20;
  let whole = Math.floor(Math.log2(number));
  while (2 ** whole > number) whole--;
  while (2 ** (whole + 1) <= number) whole++;
  let mantissa = Math.floor(number * one / 2 ** whole);
  let bits = whole;
  for (let i = 0; i < 10; i++) {
    mantissa = Math.floor(mantissa * mantissa / one);
    bits *= 2;
    if (mantissa >= 2 * one) {
      mantissa = Math.floor(mantissa / 2);
      bits++;
    }
  }
  return bits;
}

export const idfOf = (documents, having) => log2(2 * documents + 2) - log2(2 * having + 1);
const together = (a, b) => Math.floor(255 * (255 * (a + b) - 2 * a * b) / (65025 - a * b));

/** Of a text in a query. @returns {{ word: string, terms: string[], position: number, kind: string }[]} */
export function queryTokens(text) {
  return tokenize(text).map(({ word, position, kind }) => {
    const stemmed = kind === 'Identifier' ? word : termOf({ word, kind: 'Word' });
    return { word, terms: stemmed === word ? [word] : [stemmed, word], position, kind };
  });
}

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

function decodeShard(cursor, bytes) {
  const terms = [];
  const entries = [];
  let data = 0;
  let places = 0;
  for (let left = cursor.varint(); left > 0; left--) {
    terms.push(cursor.shared(terms.at(-1) ?? ''));
    const entry = { count: cursor.varint(), start: data, length: cursor.varint(), placeStart: places, placeLength: cursor.varint() };
    data += entry.length;
    places += entry.placeLength;
    entries.push(entry);
  }
  const base = cursor.at;
  cursor.take(data);
  return { terms, entries, base, bytes };
}

function decodePlaces(bytes, documents) {
  const check = checksum(bytes.subarray(0, -2));
  if (bytes.length < 2 || bytes.at(-2) !== (check & 255) || bytes.at(-1) !== ((check >> 8) & 255)) throw broken();
  const cursor = new Cursor(bytes.subarray(0, -2));
  const places = [];
  for (let document = 0; document < documents; document++) {
    const own = [];
    let place = 0;
    // Twice the gap, and 1 where more follow; the first one more than that, since 0 is none.
    for (let coded = cursor.varint() - 1; coded >= 0; coded = coded % 2 ? cursor.varint() : -1) own.push(place += Math.floor(coded / 2));
    places.push(own);
  }
  if (!cursor.isAtEnd) throw broken();
  return places;
}

/** Terms, from words to documents. */
export class Terms {
  constructor(files, manifest) {
    this.files = files;
    this.manifest = manifest;
    this.begun = new Map();
  }

  shard(number) {
    return this.files.opened('terms', this.manifest.shards[number], decodeShard);
  }

  /** The last shard whose separator is not above the term. */
  shardOf(term) {
    const { separators } = this.manifest;
    const at = lowerBound(separators, term);
    return separators[at] === term ? Math.max(at, 0) : Math.max(at - 1, 0);
  }

  /** @returns {{ term: string, documents: Int32Array, impacts: Uint8Array, shard: number, entry: object } | undefined} */
  find(text) {
    const term = bytesOf(text);
    const number = this.shardOf(term);
    const shard = this.manifest.shards.length ? this.shard(number) : undefined;
    if (!shard) return undefined;
    const at = lowerBound(shard.terms, term);
    return shard.terms[at] === term ? this.postings(shard, number, at) : undefined;
  }

  postings(shard, number, at) {
    const entry = shard.entries[at];
    if (!entry.documents) {
      const cursor = new Cursor(shard.bytes.subarray(0, shard.base + entry.start + entry.length), shard.base + entry.start);
      if (entry.count > entry.length) throw broken();
      let document = -1;
      entry.documents = new Int32Array(entry.count);
      for (let i = 0; i < entry.count; i++) entry.documents[i] = document += cursor.varint() + 1;
      entry.impacts = cursor.take(entry.count);
      if (!cursor.isAtEnd || document >= this.manifest.documents) throw broken();
    }
    return { term: shard.terms[at], documents: entry.documents, impacts: entry.impacts, shard: number, entry };
  }

  startingWith(text, mostShards) {
    const found = [];
    const prefix = bytesOf(text);
    const first = this.shardOf(prefix);
    for (let number = first; number < Math.min(this.manifest.shards.length, first + mostShards); number++) {
      const shard = this.shard(number);
      if (!shard) {
        // Those behind it are wanted only if it ends in such terms: their separators say so.
        if (this.manifest.separators[number + 1]?.startsWith(prefix)) continue;
        return found;
      }
      for (let at = lowerBound(shard.terms, prefix); at < shard.terms.length; at++) {
        if (found.length === PREFIX_TERMS || !shard.terms[at].startsWith(prefix)) return found;
        found.push(this.postings(shard, number, at));
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
          const impact = sums[part.documents[i]];
          if (!impact) found++;
          sums[part.documents[i]] = impact ? together(impact, part.impacts[i]) : part.impacts[i];
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
    if (!begun.length && !scope) begun = this.inflected(token.word);
    const others = begun.filter(({ term }) => exact.every((each) => each.term !== term));
    return this.together(`${token.word}*`, [...exact, ...others.map((part) => ({ ...part, impacts: part.impacts.map((impact) => (impact + 1) >> 1) }))]);
  }

  /** Words are stemmed in the index: "connecti" begins "connection", which stands there as "connect". */
  inflected(prefix) {
    if (prefix.length < 3 || this.files.missing.size) return [];
    const begun = this.words(letterOf(prefix)).filter(([word]) => word.startsWith(prefix));
    return [...new Set(begun.map(([word]) => stem(word)))].slice(0, PREFIX_TERMS).map((word) => this.find(word)).filter(Boolean);
  }

  /** All words within so many edits. */
  like(word, edits) {
    const words = new Set([...this.nearest(word, edits, 50), word]);
    const terms = new Set([...words].flatMap((each) => [stem(each), each]));
    return this.together(`${word}~`, [...terms].map((term) => this.find(term)).filter(Boolean));
  }

  /** Words that begin with a letter. @returns {[word: string, documents: number][]} */
  words(letter) {
    const check = this.manifest.words[letter];
    if (check === undefined) return [];
    return this.files.opened('words', check, (cursor) => {
      let word = '';
      return Array.from({ length: cursor.varint() }, () => {
        word = cursor.shared(word);
        return [textOf(word), cursor.varint()];
      });
    }) ?? [];
  }

  /** The nearest words, the most frequent of them first. */
  nearest(word, edits, most) {
    if (!edits || word.length < 2) return [];
    const near = [...new Set([letterOf(word), letterOf(word.slice(1))])];
    let found = this.within(near, word, edits);
    if (!found.length && word.length >= 5 && !this.files.missing.size) found = this.within(Object.keys(this.manifest.words).filter((letter) => !near.includes(letter)), word, edits);
    found.sort((a, b) => a[2] - b[2] || b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return found.slice(0, most).map(([each]) => each);
  }

  within(letters, word, edits) {
    const found = [];
    for (const letter of letters) {
      for (const [candidate, documents] of this.words(letter)) {
        if (Math.abs(candidate.length - word.length) > edits) continue;
        const distance = distanceOf(word, candidate);
        if (distance && distance <= edits) found.push([candidate, documents, distance]);
      }
    }
    return found;
  }

  /** Where the terms stand, by document. @returns {((document: number) => number[]) | undefined} undefined: positions are not there yet */
  placesOf(match) {
    const shards = this.directory();
    if (!shards) return undefined;
    const parts = match.parts.map(({ documents, shard, entry }) => {
      if (!entry.placeLength) return { documents, places: Array.from(documents, () => []) };
      const [file, start] = shards[shard] ?? [];
      if (!file) throw broken();
      const places = this.files.part('positions', file, start + entry.placeStart, entry.placeLength, (bytes) => decodePlaces(bytes, documents.length));
      return { documents, places };
    });
    if (parts.some(({ places }) => !places)) return undefined;
    return (document) => {
      let all = [];
      for (const { documents, places } of parts) {
        const at = lowerBound(documents, document);
        if (documents[at] === document) all = all.length ? [...new Set([...all, ...places[at]])].sort((a, b) => a - b) : places[at];
      }
      return all;
    };
  }

  /** For each shard the file of its positions, and where they begin in it. */
  directory() {
    return this.files.opened('places', this.manifest.positions, (cursor) => {
      const shards = [];
      while (!cursor.isAtEnd) {
        const file = cursor.check();
        let start = 1;
        for (let left = cursor.varint(); left > 0; left--) {
          shards.push([file, start]);
          start += cursor.varint();
        }
      }
      return shards;
    });
  }
}

export const editsFor = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** The file of the lexicon that holds a word. */
const letterOf = (word) => (/^[a-z]/.test(word) ? word[0] : `u${word.charCodeAt(0) >> 8}`);

/** Optimal string alignment. */
function distanceOf(a, b) {
  let twoBefore = [];
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(before[j - 1] + (a[i - 1] !== b[j - 1]), before[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], twoBefore[j - 2] + 1);
    }
    [twoBefore, before] = [before, row];
  }
  return before[b.length];
}
