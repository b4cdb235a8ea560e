/** Words that are not finished: the same as TermLookup in C#. */

import { bytesOf, lowerBound } from './index.js';

const PREFIX_SHARDS = 64;
const TYPING_SHARDS = 2;
export const PREFIX_TERMS = 1024;

/** The word and all that it begins, which count half. @returns {Term} */
export function beginning(terms, scope, token, isTyping) {
  const { word } = token;
  const exact = terms.exact(scope, token);
  let begun = startingWith(terms, scope + word, isTyping ? TYPING_SHARDS : PREFIX_SHARDS);
  if (!begun.length && !scope && word.length > 2 && !terms.files.missing.size) begun = terms.files.module('spelling')?.inflected(terms, word) ?? [];
  const others = begun.filter(({ term }) => exact.every((each) => each.term !== term));
  return terms.together(`${word}*`, [...exact, ...others.map((part) => ({ ...part, impacts: part.impacts.map((impact) => (impact + 1) >> 1) }))]);
}

function startingWith(terms, text, mostShards) {
  const found = [];
  const prefix = bytesOf(text);
  const norms = terms.norms();
  const { shards, separators } = terms.manifest;
  const first = terms.shardOf(prefix);
  for (let number = first; number < Math.min(shards.length, first + mostShards); number++) {
    const shard = terms.shard(number);
    if (!shard || !norms) {
      // those behind it are wanted only if it ends in such terms: their separators say so
      if (separators[number + 1]?.startsWith(prefix)) continue;
      return found;
    }
    for (let at = lowerBound(shard.terms, prefix); at < shard.terms.length; at++) {
      if (found.length === PREFIX_TERMS || !shard.terms[at].startsWith(prefix)) return found;
      found.push(terms.weighed(shard.entries[at], norms));
    }
  }
  return found;
}
