/** Query text to a query: the same as Archive.Search.Querying.SearchQuery in C#, step by step. Nothing is an error: what is not syntax is text. */

import { foldWord, queryTokens, tokenize } from './analysis.js';
import { fingerprints } from './fingerprint.js';
import { isWhole } from './reader.js';
import { fingerprintTerm, should, wordNode } from './words.js';

const MAX_LINE = 1000;
const MAX_PASTED = 50000;
const MAX_DEPTH = 20;
const MAX_VALUE = 2 ** 53 - 1;
const SPACE = /[\0- \u00a0\u3000]+/;
const MATCHES = { '': 'Whole', '*': 'Prefix', '~': 'Fuzzy', '~1': 'FuzzyOne', '~2': 'FuzzyTwo' };
const isFiltering = (node) => node.type === 'facet' || node.type === 'range';

/** @returns {[number, number] | null} first and last minute */
function dateSpan(text) {
  const found = /^([1-9][0-9]{3})(?:-Q([1-4])|-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}))?)?)?$/i.exec(text);
  if (!found) return null;
  const [year, quarter, month, day, hour, minute] = found.slice(1).map((part) => part && +part);
  if (year > 9998 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59) return null;
  const from = (quarter ? quarter * 3 - 2 : month ?? 1) - 1;
  const at = (...place) => Date.UTC(...place) / 60000;
  if (day && new Date(Date.UTC(year, from, day)).getUTCMonth() !== from) return null;
  const start = at(year, from, day ?? 1, hour ?? 0, minute ?? 0);
  const end = minute !== undefined ? start + 1 : day ? start + 1440 : at(year, from + (quarter ? 3 : month ? 1 : 12), 1);
  return [start, end - 1];
}

function durationSpan(text) {
  const found = /^(?=.)(?:([0-9]{1,5})d)?(?:([0-9]{1,6})h)?(?:([0-9]{1,8})m?)?$/i.exec(text);
  if (!found) return null;
  const length = (found[1] ?? 0) * 1440 + (found[2] ?? 0) * 60 + +(found[3] ?? 0);
  return [length, length];
}

const placeOf = (field, text) => field.values.findIndex((value) => foldWord(value) === foldWord(text));
const COMPARISON = /^([<>])(=?)([^ ]+)$/;
const BOUNDS = /^([[{])([^ ]+) TO ([^ ]+)([\]}])$/;

/** Places in the values of an ordered facet: the greatest stands first. @returns {[number, number] | null} */
function ranks(field, text) {
  const last = field.values.length - 1;
  const [, sign, equal, compared] = COMPARISON.exec(text) ?? [];
  const at = sign ? placeOf(field, compared) : -1;
  if (sign) return at < 0 ? null : sign === '>' ? [0, at - !equal] : [at + !equal, last];
  const [, open, from, to, close] = BOUNDS.exec(text) ?? [];
  const start = from === '*' ? last : from ? placeOf(field, from) : -1;
  const end = to === '*' ? 0 : to ? placeOf(field, to) : -1;
  if (start < 0 || end < 0) return null;
  const [afterStart, beforeEnd] = [+(open === '{' && from !== '*'), +(close === '}' && to !== '*')];
  return start <= end ? [start + afterStart, end - beforeEnd] : [end + beforeEnd, start - afterStart];
}

/** @returns {[number, number] | null} */
function minutes(field, text) {
  const spanOf = field.kind === 'Date' ? dateSpan : durationSpan;
  const [, sign, equal, compared] = COMPARISON.exec(text) ?? [];
  if (sign) {
    const span = spanOf(compared);
    return span && (sign === '>' ? [equal ? span[0] : span[1] + 1, MAX_VALUE] : [-MAX_VALUE, equal ? span[1] : span[0] - 1]);
  }
  const [, open, from, to, close] = BOUNDS.exec(text) ?? [];
  if (!open) return spanOf(text);
  const start = from === '*' ? [-MAX_VALUE, -MAX_VALUE - 1] : spanOf(from);
  const end = to === '*' ? [MAX_VALUE + 1, MAX_VALUE] : spanOf(to);
  return start && end && [open === '[' ? start[0] : start[1] + 1, close === ']' ? end[1] : end[0] - 1];
}

/** @returns {QueryNode | null} */
function range(field, text) {
  const found = field.kind === 'OrderedFacet' ? ranks(field, text) : minutes(field, text);
  return found && { type: 'range', field: field.names[0], low: found[0], high: found[1], text };
}

/** @returns {QueryNode | null} of a facet, null where no document has the value */
function facet(field, value) {
  const isPrefix = /.\*$/.test(value);
  const wanted = foldWord(isPrefix ? value.slice(0, -1) : value);
  if (isPrefix) return { type: 'facet', field: field.names[0], value: wanted, isPrefix };
  const known = field.values.length ? field.values.find((each) => foldWord(each) === wanted) : value;
  return known ? { type: 'facet', field: field.names[0], value: known, isPrefix } : null;
}

const isSpace = (unit) => unit <= ' ' || unit === '\u00a0' || unit === '\u3000';
const isEnd = (unit) => unit === undefined || isSpace(unit) || unit === ')';
const NAME = /^([A-Za-z][-A-Za-z0-9_]*):/;
const ESCAPED = /\\([-+!(){}[\]^"~*?:\\/&|<>=;`])/g;
/** What no word of a plain query holds: the sign of pasted text. */
const STRANGE = /[{}[\]<>=|&;^*~`\\]|^--|[:]$/;

/** @returns {Clause[] | null} null: not syntax */
function parseClauses(text, fields) {
  let at = 0;
  let failed = false;
  const fail = () => {
    failed = true;
    at = text.length;
  };
  const skip = () => {
    while (at < text.length && isSpace(text[at])) at++;
  };
  const fieldOf = (name) => fields.find((each) => each.names.includes(name.toLowerCase()));

  const phrase = (field) => {
    let content = '';
    for (at++; at < text.length && text[at] !== '"'; at++) {
      if (text[at] === '\\' && '"\\'.includes(text[at + 1] ?? ' ')) at++;
      content += text[at];
    }
    if (text[at++] !== '"' || SPACE.exec(content)?.[0].length === content.length || !content) return fail();
    const slop = /^~[0-9]{1,3}/.exec(text.slice(at, at + 4))?.[0] ?? '';
    at += slop.length;
    return isEnd(text[at]) ? { type: 'phrase', field, text: content, slop: +slop.slice(1) } : fail();
  };

  /** A field's value in brackets or quotes, or as a comparison; null: it is text. */
  const value = (field, raw) => {
    if (field.kind === 'Text') return null;
    if (field.kind !== 'Facet') {
      const found = range(field, raw);
      if (found) return found;
    }
    return field.kind === 'Facet' || field.kind === 'OrderedFacet' ? facet(field, raw) : null;
  };

  const bracketed = (field) => {
    const end = text.slice(at).search(/[\]}]/);
    if (end < 0 || field.kind === 'Text' || field.kind === 'Facet') return fail();
    const raw = text.slice(at, at + end + 1).split(SPACE).join(' ').replace(/^(.) | (.)$/g, '$1$2');
    at += end + 1;
    return isEnd(text[at]) ? range(field, raw) ?? fail() : fail();
  };

  const plain = (raw, field) => {
    const suffix = /[^*~](\*|~[12]?)$/.exec(raw.replace(ESCAPED, '__'))?.[1] ?? '';
    const body = raw.slice(0, raw.length - suffix.length);
    const isOperator = /^\\(AND|OR|NOT)$/.test(body);
    if (!isOperator && STRANGE.test(body.replace(ESCAPED, '__'))) return fail();
    return wordNode(isOperator ? body.slice(1) : body.replace(ESCAPED, '$1'), field, MATCHES[suffix]);
  };

  const primary = (field, depth) => {
    if (text[at] === '(') {
      at++;
      const clauses = depth < MAX_DEPTH ? group(field, depth + 1) : [];
      return clauses.length && isEnd(text[at]) ? { type: 'group', clauses } : fail();
    }
    if (text[at] === '"') return phrase(field);
    const name = NAME.exec(text.slice(at, at + 40));
    const named = field === null && name && fieldOf(name[1]);
    if (named && !isEnd(text[at + name[0].length])) {
      const start = at;
      at += name[0].length;
      const first = text[at];
      if (first === '[' || first === '{') return bracketed(named);
      if (first === '"' && named.kind !== 'Text') {
        const quoted = phrase(null);
        return quoted && !quoted.slop && value(named, quoted.text) || fail();
      }
      if (named.kind === 'Text') return primary(named.names[0], depth);
      const raw = take();
      const found = raw && value(named, raw.replace(ESCAPED, '$1'));
      if (found) return found;
      at = start;
    }
    const raw = take();
    return raw ? plain(raw, field) : fail();
  };

  const take = () => {
    const start = at;
    while (at < text.length && !isSpace(text[at]) && !'()"'.includes(text[at])) at += text[at] === '\\' && at + 1 < text.length && !isSpace(text[at + 1]) ? 2 : 1;
    return isEnd(text[at]) ? text.slice(start, at) : '';
  };

  const startsWith = (...names) => names.find((name) => text.startsWith(name, at) && (isEnd(text[at + name.length]) || text[at + name.length] === '('));
  const operator = (...names) => {
    const found = startsWith(...names);
    if (found) at += found.length;
    skip();
    return !!found;
  };

  const group = (field, depth) => {
    const clauses = [];
    for (skip(); at < text.length && text[at] !== ')'; skip()) {
      const isAnd = operator('AND', '&&');
      const isOr = !isAnd && operator('OR', '||');
      if ((isAnd || isOr) && !clauses.length) fail();
      const isNot = operator('NOT');
      const sign = !isNot && '+-'.includes(text[at] ?? ' ') && !isEnd(text[at + 1]) && !'+-'.includes(text[at + 1]) && !(text[at] === '-' && /[0-9]/.test(text[at + 1])) ? text[at++] : '';
      if (at >= text.length) fail();
      const node = failed ? null : primary(field, depth);
      if (failed) return [];
      const previous = clauses.at(-1);
      if (isAnd && previous.occurrence === 'Should') previous.occurrence = 'Must';
      skip();
      const isFilter = isFiltering(node) && !isOr && !startsWith('OR', '||');
      clauses.push({ occurrence: isNot || sign === '-' ? 'MustNot' : isAnd || isFilter || sign === '+' ? 'Must' : 'Should', node });
    }
    if (depth ? text[at++] !== ')' : at < text.length) fail();
    return clauses;
  };

  const clauses = group(null, 0);
  const isNegative = clauses.every(({ occurrence, node }) => occurrence === 'MustNot' && (node.type === 'word' || node.type === 'phrase'));
  // Brackets around words and nothing else that is syntax are text: "Segmentation fault (core dumped)".
  return failed || isNegative || (clauses.some(({ node }) => node.type === 'group') && isText(clauses)) ? null : clauses;
}

const isText = (clauses) => clauses.every(({ occurrence, node }) => occurrence === 'Should'
  && (node.type === 'group' ? isText(node.clauses) : !node.field && (node.type === 'phrase' ? !node.slop : node.match === 'Whole')));

const TROUBLE = /error|exception|fail|fatal|panic|denied|refused|timeout|timed out|caused by|cannot|unable/;

/** A text of many lines is reduced to what identifies it. */
function reduce(text) {
  const lines = text.slice(0, MAX_PASTED).split(/[\r\n]+/).filter((line) => line.split(SPACE).join('')).slice(0, 400).map((line) => line.slice(0, MAX_LINE));
  const lower = (line) => line.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const ordered = [...lines.filter((line) => TROUBLE.test(lower(line))), ...lines.filter((line) => !TROUBLE.test(lower(line)))];
  const prints = [...new Set(ordered.flatMap(fingerprints))].slice(0, 8);
  const names = new Map();
  const words = new Map();
  for (const line of lines) {
    let end = 0;
    for (const token of tokenize(line, true)) {
      if (token.start < end) continue;
      if (token.kind === 'Identifier') {
        end = token.start + token.length;
        if (token.word.length > 4 && (/^[^0-9]+$|^[a-z]{2,5}-[0-9]{3,6}$/).test(token.word)) names.set(token.word, token.word);
      } else if (token.kind === 'Word' ? token.word.length > 2 : token.kind === 'Part' && /^[a-z]{1,6}[0-9]{1,4}$/.test(token.word)) words.set(token.word, token.word);
    }
  }
  const longest = [...words.keys()].map((each, i) => [each, i]).sort((a, b) => b[0].length - a[0].length || a[1] - b[1]).slice(0, 12).sort((a, b) => a[1] - b[1]);
  const kept = [...[...names.keys()].slice(0, 6), ...longest.map(([each]) => each)];
  return { root: { type: 'group', clauses: kept.map((each) => should(wordNode(each))) }, fingerprints: prints, isLiteral: false };
}

/** The names that make a field of a query. @returns {QueryField[]} */
const fieldsOf = (index) => [
  ...['id', 'title', 'error'].map((name) => ({ names: [name], kind: 'Text', values: [] })),
  ...index.manifest.facets.map(({ name, aliases, isOrdered, values }, place) => ({
    names: [name, ...aliases],
    kind: isOrdered ? 'OrderedFacet' : 'Facet',
    get values() {
      return (values ?? index.files.module('facets')?.columnOf(index, place)?.labels ?? []).map(([value]) => value);
    },
  })),
  ...index.manifest.numbers.map(({ name, isDate }) => ({ names: [name], kind: isDate ? 'Date' : 'Duration', values: [] })),
];

/** The word that the text ends in, where it ends in a letter or digit. */
function lastWord(text, { clauses }) {
  const last = clauses.at(-1);
  if (!/[\p{L}\p{Nd}]$/u.test(text) || !last || last.occurrence === 'MustNot') return null;
  if (last.node.type === 'group') return lastWord(text, last.node);
  return isWhole(last.node) ? last.node : null;
}

function isTelling(node) {
  if (node.type === 'group') return node.clauses.some((clause) => clause.occurrence !== 'MustNot' && isTelling(clause.node));
  if (node.type === 'word') return node.match !== 'Whole' || queryTokens(node.text).some(({ kind }) => kind !== 'StopWord');
  return node.type === 'phrase';
}

export const idTerm = (text) => `\x04${text.trim().toLowerCase()}`;

/** Words like ids. */
const idsOf = ({ clauses }) => {
  const words = clauses.map(({ node }) => node).filter((node) => isWhole(node) && !node.field && /^(?=.*\d)(?=.*[-_]).{1,32}$/s.test(node.text));
  return [...new Set(words.map(({ text }) => text))].slice(0, 4);
};

/** Filters by their names, and text because no document has the value. */
const strayFilters = (fields, { clauses }) => clauses.flatMap(({ node }) => {
  if (node.type === 'group') return strayFilters(fields, node);
  const name = node.type === 'word' && !node.field && /^[a-z_-]+(?=:)/i.exec(node.text)?.[0].toLowerCase();
  return name && fields.some(({ kind, names }) => kind !== 'Text' && names.includes(name)) ? [node.text] : [];
});

/** Any text. @returns {Query} */
export function queryOf(index, text) {
  const fields = fieldsOf(index);
  const query = parseQuery(text, fields);
  const { root, fingerprints, isLiteral } = query;
  return { ...query, strayFilters: isLiteral ? [] : strayFilters(fields, root), exact: [...fingerprints.map(fingerprintTerm), ...idsOf(root).map(idTerm)], isTelling: isTelling(root), last: lastWord(text, root) };
}

/** @param {string} text @param {QueryField[]} fields @returns {Query} */
export function parseQuery(text, fields) {
  const isPasted = text.length > MAX_LINE || text.split(/[\r\n]+/).filter((line) => line.split(SPACE).join('')).length > 1;
  if (isPasted) {
    const reduced = reduce(text);
    if (reduced.root.clauses.length) return reduced;
  }
  const parsed = isPasted ? null : parseClauses(text, fields);
  const clauses = parsed ?? text.slice(0, MAX_LINE).split(SPACE).filter(Boolean).map((each) => should(wordNode(each)));
  const isLine = isText(clauses) && clauses.some(({ node }) => node.type !== 'phrase');
  const line = clauses.map(({ node }) => node.type === 'phrase' ? `"${node.text}"` : node.text).join(' ');
  return { root: { type: 'group', clauses }, fingerprints: isLine ? fingerprints(line) : [], isLiteral: !parsed && !isPasted };
}

const escapeWord = (text) => /^(AND|OR|NOT)$/.test(text) ? `\\${text}`
  : text.replace(/[(){}[\]^"~*\\&|<>=;`]|^[-+]|:$/g, '\\$&').replace(NAME, '$1\\:');

const printNode = (node) => {
  const name = node.field ? `${node.field}:` : '';
  switch (node.type) {
    case 'word': return name + escapeWord(node.text) + Object.keys(MATCHES).find((suffix) => MATCHES[suffix] === node.match);
    case 'phrase': return `${name}"${node.text.replace(/["\\]/g, '\\$&')}"${node.slop ? `~${node.slop}` : ''}`;
    case 'facet': return name + (/^[\w./-]+$/.test(node.value) || node.isPrefix ? escapeWord(node.value) + (node.isPrefix ? '*' : '') : `"${node.value.replace(/["\\]/g, '\\$&')}"`);
    case 'range': return name + node.text;
    default: return `(${node.clauses.map(printClause).join(' ')})`;
  }
};
const printClause = ({ occurrence, node }, i, clauses) => {
  const isOptional = (each) => each?.occurrence === 'Should' && isFiltering(each.node);
  const joint = i && (isOptional(clauses[i - 1]) || isOptional(clauses[i])) ? 'OR ' : '';
  const text = printNode(node);
  const isPlain = isFiltering(node) && !joint && !isOptional(clauses[i + 1]);
  // A minus before a digit is a number.
  return joint + ({ Should: '', Must: isPlain ? '' : '+', MustNot: /^[0-9]/.test(text) ? 'NOT ' : '-' })[occurrence] + text;
};

/** @param {SearchQuery} query @returns {string} text that is parsed to the same root */
export const printQuery = ({ root, isLiteral }) => root.clauses.map(isLiteral ? ({ node }) => node.text : printClause).join(' ');
