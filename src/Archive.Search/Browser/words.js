/** Plain words: stop words, stems, and queries of nothing else. For all other text there is analysis.js. */

export const STOP_WORDS = new Set('a about also am an and any are as at be because been being but by can could did do does doing for from had has have having he her his how i if in into is it its me my of on or our she should so some such than that the their them then there these they this those to us was we were what when where which while who why will with would you your'.split(' '));

/** Letters in one case, hyphens between them, a sign at the end. */
const PLAIN = /^([A-Z]?[a-z]+|[A-Z]+)(-([A-Z]?[a-z]+|[A-Z]+))*[,.:;!?]?$/;
const isPlain = (text) => text.length < 65 && PLAIN.test(text);
/** A logged line begins so: more is to be left out than is known here. */
const LOGGED = /^(error|err|warn|warning|info|debug|trace|fatal|critical|crit|notice|severe|level|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|utc|gmt)\b/i;

export const tokenOf = (word, kind, position) => ({ word, kind, position, terms: [...new Set([kind === 'Identifier' ? word : stem(word), word])] });

export function plainTokens(text) {
  if (!isPlain(text)) return undefined;
  const name = text.toLowerCase().replace(/\W$/, '');
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
    isLiteral: true,
    last: /\w$/.test(text) ? clauses.at(-1).node : null,
  };
}

// English stems, "Porter2", after https://snowballstem.org/algorithms/english/stemmer.html (Snowball 3)

const SPECIAL = new Map('skies=sky idly=idl gently=gentl ugly=ugli early=earli only=onli singly=singl sky news howe atlas cosmos bias andes'
  .split(' ').map((pair) => [pair.split('=')[0], pair.split('=').at(-1)]));
const suffixes = (list) => list.split(' ').map((pair) => pair.split('='));
// Longest first where one ends another.
const STEP2 = suffixes('ational=ate tional=tion enci=ence anci=ance abli=able entli=ent ization=ize izer=ize ation=ate ator=ate alism=al aliti=al alli=al fulness=ful ousness=ous ousli=ous iveness=ive iviti=ive biliti=ble bli=ble ogist=og ogi=og fulli=ful lessli=less li=');
const STEP3 = suffixes('ational=ate tional=tion alize=al icate=ic iciti=ic ical=ic ful= ness= ative=');
const STEP4 = suffixes('ement= ment= ent= ance= ence= able= ible= ant= al= er= ic= ism= ate= iti= ous= ive= ize= ion=');
const SHORT = /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|^past$/;
const VOWEL = /[aeiouy]/;

/** @param {string} word folded @returns {string} */
export function stem(word) {
  if (word.length < 3) return word;
  if (SPECIAL.has(word)) return SPECIAL.get(word);
  let w = word.replace(/^'/, '').replace(/^y|([aeiouy])y/g, '$1Y');
  const region = (from) => {
    const at = w.slice(from).search(/[aeiouy][^aeiouy]/);
    return at < 0 ? w.length : from + at + 2;
  };
  const r1 = /^(gener|commun|arsen|past|univers|later)/.exec(w)?.[0].length ?? region(0);
  const r2 = region(r1);
  const ends = (suffix) => w.endsWith(suffix);
  const cut = (length, instead = '') => { w = w.slice(0, w.length - length) + instead; };

  cut(/('s'|'s|')?$/.exec(w)[0].length);

  if (ends('sses')) cut(2);
  else if (ends('ied') || ends('ies')) cut(w.length > 4 ? 2 : 1);
  else if (ends('s') && !/[us]s$/.test(w) && VOWEL.test(w.slice(0, -2))) cut(1);

  const eed = /eed(ly)?$/.exec(w);
  const verb = /(ed|ing)(ly)?$/.exec(w);
  if (eed) {
    if (eed.index >= r1 && !/^(proc|exc|succ)eed$/.test(w)) cut(eed[0].length, 'ee');
  } else if (/^[^aeiouy]ying$/.test(w)) cut(4, 'ie');
  else if (verb && !/^(inn|out|cann|herr|earr|even)ing$/.test(w) && VOWEL.test(w.slice(0, verb.index))) {
    cut(verb[0].length);
    if (/(at|bl|iz)$/.test(w)) w += 'e';
    else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(w)) {
      if (!/^[aeo]..$/.test(w)) cut(1);
    } else if (w.length <= r1 && SHORT.test(w)) w += 'e';
  }

  if (/.[^aeiouy][yY]$/.test(w)) cut(1, 'i');

  const step = (table, allowed) => {
    const rule = table.find(([suffix]) => ends(suffix));
    if (rule && w.length - rule[0].length >= r1 && allowed(rule[0], w.length - rule[0].length)) cut(...[rule[0].length, rule[1]]);
  };
  step(STEP2, (suffix, at) => suffix === 'li' ? /[cdeghkmnrt]li$/.test(w) : suffix !== 'ogi' || w[at - 1] === 'l');
  step(STEP3, (suffix, at) => suffix !== 'ative' || at >= r2);
  step(STEP4, (suffix, at) => at >= r2 && (suffix !== 'ion' || /[st]ion$/.test(w)));

  const last = w.length - 1;
  if (ends('e') ? last >= r2 || (last >= r1 && !SHORT.test(w.slice(0, -1))) : ends('ll') && last >= r2) cut(1);
  return w.replaceAll('Y', 'y');
}
