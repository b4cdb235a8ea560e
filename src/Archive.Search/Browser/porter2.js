/** English stemmer "Porter2", after its description at https://snowballstem.org/algorithms/english/stemmer.html (Snowball 3). */

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
