/** The stretch of a document that has most of the words: the same as SnippetChoice in C#. */

import './folding.js';
import { termOf, tokenize } from './analysis.js';
import { inflate } from './index.js';
import { part } from './ranges.js';

const LENGTH = 240;
const BEFORE = 40;
const FIELDS = { title: 0, signature: 1, heading: 2, summary: 3, code: 4, body: 5, label: 6 };

/** Of a hit. @returns undefined where something is missing */
export function snippet(index, { doc }, { terms }) {
  const cards = index.cards(doc);
  if (!cards) return undefined;
  const [texts, offset, ...own] = cards;
  const lengths = own.map((card) => card[5]);
  const at = own.indexOf(index.card(doc));
  const start = lengths.slice(0, at).reduce((sum, length) => sum + length, offset);
  const passages = part(index.files, `texts-${texts}`, start, lengths[at], async (bytes) => JSON.parse(new TextDecoder().decode(await inflate(bytes))));
  return passages && chooseSnippet(passages, terms);
}

/** @param {[field: number, anchor: string | null, text: string][]} passages @param {string[]} terms */
function chooseSnippet(passages, terms) {
  const wanted = new Set(terms);
  let best = null;
  passages.forEach(([field, , text], passage) => {
    if (field === FIELDS.title || field === FIELDS.label || field === FIELDS.heading) return;
    const marks = marksOf(field, text, wanted);
    marks.forEach((mark, first) => {
      let last = first;
      while (last < marks.length && marks[last].end <= mark.start + LENGTH - BEFORE) last++;
      const distinct = new Set(marks.slice(first, last).map(({ term }) => term)).size;
      if (!best || distinct > best.distinct || (distinct === best.distinct && last - first > best.count)) best = { passage, marks, distinct, count: last - first, from: mark.start };
    });
  });
  if (best) return cut(passages[best.passage], best.marks, best.from);
  const fallback = passages.find(([field]) => field === FIELDS.summary || field === FIELDS.body);
  return fallback ? cut(fallback, [], 0) : { anchor: null, parts: [] };
}

/** A text with all the words that were found in it. @param {string[]} terms */
export function marked(text, terms) {
  const parts = [];
  let end = 0;
  for (const mark of marksOf(FIELDS.title, text, new Set(terms))) {
    parts.push({ text: text.slice(end, mark.start), isMatch: false }, { text: text.slice(mark.start, end = mark.end), isMatch: true });
  }
  return [...parts, { text: text.slice(end), isMatch: false }];
}

function marksOf(field, text, wanted) {
  const marks = [];
  for (const token of tokenize(text, field === FIELDS.code || field === FIELDS.signature)) {
    const term = termOf(token);
    if (!wanted.has(term) || (marks.length && marks.at(-1).end > token.start)) continue;
    marks.push({ start: token.start, end: token.start + token.length, term });
  }
  return marks;
}

const isLow = (unit) => unit >= '\udc00' && unit <= '\udfff';

function cut([, anchor, text], marks, first) {
  const from = Math.max(0, first - BEFORE);
  const space = text.slice(from, from + BEFORE).indexOf(' ');
  const start = !from ? 0 : space < 0 ? from - isLow(text[from]) : from + space + 1;
  let end = text.length;
  if (start + LENGTH < end) {
    const to = start + LENGTH;
    const last = text.slice(to - BEFORE + 1, to + 1).lastIndexOf(' ');
    end = Math.max(start + 1, last < 0 ? to - isLow(text[to]) : to - BEFORE + 1 + last);
  }
  const parts = [];
  const add = (part, isMatch) => part && parts.push({ text: part, isMatch });
  if (start) add('… ', false);
  let next = start;
  for (const mark of marks) {
    if (mark.start < start || mark.end > end) continue;
    add(text.slice(next, mark.start), false);
    add(text.slice(mark.start, mark.end), true);
    next = mark.end;
  }
  add(text.slice(next, end), false);
  if (end < text.length) add(' …', false);
  return { anchor, parts };
}
