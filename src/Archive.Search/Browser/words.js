/** Plain words: stop words, stems, and queries of nothing else. For all other text there is analysis.js. */

import { stem } from './porter2.js';

export const STOP_WORDS = new Set('a about also am an and any are as at be because been being but by can could did do does doing for from had has have having he her his how i if in into is it its me my of on or our she should so some such than that the their them then there these they this those to us was we were what when where which while who why will with would you your'.split(' '));

const PLAIN = /^([A-Z]?[a-z]+|[A-Z]+)(-([A-Z]?[a-z]+|[A-Z]+))*$/;
const isPlain = (text) => text.length < 65 && PLAIN.test(text);
/** A logged line begins so: more is to be left out than is known here. */
const LOGGED = /^(error|err|warn|warning|info|debug|trace|fatal|critical|crit|notice|severe|level|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|utc|gmt)\b/i;

export const tokenOf = (word, kind, position) => ({ word, kind, position, terms: [...new Set([kind === 'Identifier' ? word : stem(word), word])] });

export function plainTokens(text) {
  if (!isPlain(text)) return undefined;
  const name = text.toLowerCase();
  const tokens = name.split('-').map((word, i) => tokenOf(word, STOP_WORDS.has(word) ? 'StopWord' : 'Word', i));
  return tokens.length > 1 ? [tokenOf(name, 'Identifier', 0), ...tokens] : tokens;
}

export const wordNode = (text, field = null, match = 'Whole') => ({ type: 'word', field, text, match });
export const should = (node) => ({ occurrence: 'Should', node });

/** FNV-1a over UTF-16 units. */
export function fingerprintTerm(line) {
  let hash = 2166136261;
  for (let i = 0; i < line.length; i++) hash = Math.imul(hash ^ line.charCodeAt(i), 16777619);
  return `\x03${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

export function plainQuery(text) {
  const words = text.split(' ').filter(Boolean);
  if (text.length > 999 || LOGGED.test(words[0]) || !words.every((word) => isPlain(word) && !/^(AND|OR|NOT)$/.test(word))) return undefined;
  const clauses = words.map((word) => should(wordNode(word)));
  const line = text.toLowerCase().match(/[a-z]+/g)?.slice(0, 32) ?? [];
  return {
    root: { type: 'group', clauses },
    exact: line.length > 1 && line.join('').length > 7 ? [fingerprintTerm(line.join(' '))] : [],
    isTelling: words.some((word) => plainTokens(word).some(({ kind }) => kind !== 'StopWord')),
    last: /\w$/.test(text) ? clauses.at(-1).node : null,
  };
}
