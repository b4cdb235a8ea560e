/** What a query asks beyond some words: the same as Evaluation and Filters in C#, step by step. Loaded when a query does. */

import { isWhole, scopeOf, scored, Sum, unscored } from './reader.js';
import { between, withValue } from './facets.js';
import { placesOf } from './places.js';
import { everyDocument } from './index.js';
import { beginning } from './prefix.js';
import { distinct, editsFor, kept, like } from './spelling.js';
import { queryTokens } from './analysis.js';
import { idTerm } from './query.js';

export function group(on, clauses) {
  const { count } = on;
  const sum = new Sum(count);
  const of = (occurrence) => clauses.filter((clause) => clause.occurrence === occurrence).map((clause) => clause.node);
  let found = null;
  for (const node of distinct(of('Must'))) {
    if (found && !found.length) return unscored([]);
    const part = required(on, node);
    found = found ? kept(part, found, true).documents : part.documents;
    sum.add(part);
  }
  const optional = of('Should');
  const words = optional.filter(isWhole);
  for (const part of on.scoredWords(words)) sum.add(part);
  for (const node of distinct(optional.filter((each) => !words.includes(each)))) sum.add(required(on, node));
  let matches = found ? sum.of(found) : optional.length ? sum.of() : unscored(everyDocument(count));
  for (const node of distinct(of('MustNot'))) {
    if (!matches.documents.length) return matches;
    // what is left out is neither scored nor marked
    const aside = Object.assign(Object.create(on), { isTelling: false, typing: null, words: [], marked: new Set(), hasUnknown: false });
    matches = kept(matches, required(aside, node).documents, false);
  }
  return matches;
}

function required(on, node) {
  switch (node.type) {
    case 'word': return word(on, node);
    case 'phrase': return phrase(on, node);
    case 'facet': return unscored(withValue(on.index, node));
    case 'range': return unscored(between(on.index, node));
    default: return on.group(node.clauses);
  }
}

function word(on, node) {
  if (node.field === 'id') return on.noted(on.terms.together(node.text, [on.terms.find(idTerm(node.text))].filter(Boolean)));
  const tokens = queryTokens(node.text);
  if (!tokens.length) return unscored([]);
  const { terms } = on;
  const scope = scopeOf(node.field);
  const isTyped = node === on.typing;
  if (tokens.length > 1 && node.match !== 'Prefix' && !isTyped) return phrase(on, { ...node, slop: 0 });
  const [token] = tokens;
  switch (node.match) {
    case 'Whole': return on.noted(terms.term(scope, token, isTyped));
    case 'Prefix': return on.noted(beginning(terms, scope, token, false));
    default: return on.noted(like(terms, token.word, { Fuzzy: editsFor(token.word), FuzzyOne: 1, FuzzyTwo: 2 }[node.match]));
  }
}

function phrase(on, { text, field, slop }) {
  const tokens = queryTokens(text).filter(({ kind }) => kind !== 'Identifier');
  if (!tokens.length) return unscored([]);
  const terms = tokens.map((token) => on.terms.term(scopeOf(field), token));
  if (terms.length === 1) return on.noted(terms[0]);
  terms.forEach((term) => on.mark(term));
  const rarest = [...terms].sort((a, b) => a.documents.length - b.documents.length);
  const documents = rarest.slice(1).reduce((found, term) => kept(unscored(found), term.documents, true).documents, rarest[0].documents);
  const places = documents.length ? terms.map((term) => placesOf(on.terms, term)) : [];
  const isIn = (document) => isPhrase(places.map((of, i) => of(document).map((place) => place - tokens[i].position)), slop);
  const telling = tokens.some(({ kind }) => kind !== 'StopWord') ? terms.filter((_, i) => tokens[i].kind !== 'StopWord') : terms;
  const sum = new Sum(on.count);
  for (const term of telling) sum.add(scored(term, 1));
  on.words.push({ placed: null, idf: telling.reduce((all, { idf }) => all + idf, 0) });
  return sum.of(places.every(Boolean) ? Array.from(documents).filter(isIn) : documents);
}

/** Whether words stand in their order, none moved more than allowed against the others. @param {number[][]} places less their place in the phrase */
function isPhrase(places, slop) {
  const next = places.map(() => 0);
  for (;;) {
    let low = 0;
    let high = 0;
    for (let i = 0; i < places.length; i++) {
      if (next[i] === places[i].length) return false;
      if (places[i][next[i]] < places[low][next[low]]) low = i;
      if (places[i][next[i]] > places[high][next[high]]) high = i;
    }
    if (places[high][next[high]] - places[low][next[low]] <= slop) return true;
    next[low]++;
  }
}
