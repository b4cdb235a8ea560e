/** Where words stand in documents: the same as PhrasePlaces and the nearness of Ranking in C#. Loaded for phrases, and for words that few documents have. */

import { best, unscored } from './reader.js';
import { Cursor, lowerBound } from './index.js';
import { part } from './ranges.js';

const PROXIMITY_DOCUMENTS = 64;
const PROXIMITY_WEIGHT = 96;
const PROXIMITY_GAP = 30;

const CRC = Uint32Array.from({ length: 256 }, (_, crc) => {
  for (let i = 0; i < 8; i++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  return crc;
});

/** CRC-32C. */
function checksum(bytes) {
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC[(crc ^ byte) & 255];
  return ~crc;
}

function decodePlaces(bytes, documents) {
  const content = bytes.subarray(0, -2);
  const check = checksum(content);
  if (bytes.at(-2) !== (check & 255) || bytes.at(-1) !== (check >> 8 & 255)) throw new Error();
  const { low, rice } = new Cursor(content, 0).bits();
  const [counts, firsts, gaps] = [low(4), low(4), low(4)];
  const places = [];
  for (let document = 0; document < documents; document++) {
    const own = [];
    for (let left = rice(counts); left > 0; left--) own.push(own.length ? own.at(-1) + rice(gaps) : rice(firsts));
    places.push(own);
  }
  return places;
}

/** Where the terms stand, by document. @returns {((document: number) => number[]) | undefined} undefined: positions are not there yet */
export function placesOf(terms, match) {
  const shards = directory(terms);
  if (!shards) return undefined;
  const parts = match.parts.map(({ documents, places: { shard, start, length } }) => {
    if (!length) return { documents, places: Array.from(documents, () => []) };
    const [file, first] = shards[shard];
    return { documents, places: part(terms.files, file, first + start, length, (bytes) => decodePlaces(bytes, documents.length)) };
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
function directory({ files, manifest }) {
  return files.opened(`places-${manifest.places}`, (cursor) => cursor.json().flatMap(([file, ...lengths]) => {
    let start = 1;
    return lengths.map((length) => [`positions-${file}`, (start += length) - length]);
  }));
}

/** What the best documents get for words near each other. @returns {Matches | null} null also where positions are not there yet */
export function nearness(terms, words, { documents, scores }) {
  const places = words.map((word) => placesOf(terms, word));
  if (!places.every(Boolean)) return null;
  const order = documents.map((_, i) => i);
  const chosen = best(order, PROXIMITY_DOCUMENTS, (a, b) => scores[b] - scores[a] || b - a).map((i) => documents[i]).sort((a, b) => a - b);
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
