/** Where words stand in documents: the same as PhrasePlaces and the nearness of Ranking in C#. Loaded for phrases, and for words that few documents have. */

import { best, unscored } from './ranking.js';
import { broken, checksum, Cursor } from './files.js';
import { lowerBound } from './terms.js';

const PROXIMITY_DOCUMENTS = 64;
const PROXIMITY_WEIGHT = 96;
const PROXIMITY_GAP = 30;

function decodePlaces(bytes, documents) {
  const cursor = new Cursor(bytes.subarray(0, -2));
  const check = checksum(cursor.bytes);
  if (bytes.length < 2 || bytes.at(-2) !== (check & 255) || bytes.at(-1) !== (check >> 8 & 255)) throw broken();
  const bits = cursor.bits();
  const [counts, firsts, gaps] = [bits.low(4), bits.low(4), bits.low(4)];
  const places = [];
  for (let document = 0; document < documents; document++) {
    const own = [];
    for (let left = bits.rice(counts); left > 0; left--) own.push(own.length ? own.at(-1) + bits.rice(gaps) : bits.rice(firsts));
    places.push(own);
  }
  bits.end();
  cursor.end();
  return places;
}

/** Where the terms stand, by document. @returns {((document: number) => number[]) | undefined} undefined: positions are not there yet */
export function placesOf(terms, match) {
  const shards = directory(terms);
  if (!shards) return undefined;
  const parts = match.parts.map(({ documents, shard, entry }) => {
    if (!entry.placeLength) return { documents, places: Array.from(documents, () => []) };
    const [file, start] = shards[shard] ?? [];
    if (!file) throw broken();
    const places = terms.files.part('positions', file, start + entry.placeStart, entry.placeLength, (bytes) => decodePlaces(bytes, documents.length));
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
function directory({ files, manifest }) {
  return files.opened('places', manifest.positions, (cursor) => {
    const shards = [];
    while (cursor.at < cursor.bytes.length) {
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

/** What the best documents get for words near each other. @returns {Matches | null} null also where positions are not there yet */
export function nearness(terms, words, documents, scores) {
  const places = words.map((word) => placesOf(terms, word));
  if (!places.every(Boolean)) return null;
  const chosen = best(documents.length, PROXIMITY_DOCUMENTS, (a, b) => scores[b] - scores[a] || documents[b] - documents[a]).map((i) => documents[i]).sort((a, b) => a - b);
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
