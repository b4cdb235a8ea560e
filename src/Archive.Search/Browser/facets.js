/** Facets and numbers of all documents: the same as Filters and AnswerParts in C#. Loaded when something is counted, filtered or sorted. */

const MAX_VALUE = 2 ** 53 - 1;

/** The documents in a column that have a wanted value. */
function having({ manifest }, column, isWanted) {
  const found = [];
  for (let document = 0; column && document < manifest.documents; document++) {
    for (let i = column.starts[document]; i < column.starts[document + 1]; i++) {
      if (!isWanted(column.values[i])) continue;
      found.push(document);
      break;
    }
  }
  return found;
}

/** The values of a facet: those of document d are values[starts[d]] to values[starts[d + 1]]. */
export function columnOf({ files, manifest: { documents, columns, facets } }, place) {
  return files.opened(`column-${columns[place]}`, (cursor) => {
    const labels = facets[place].values ?? cursor.json(cursor.varint());
    const isSingle = cursor.varint();
    const starts = new Int32Array(documents + 1);
    for (let i = 0; i < documents; i++) starts[i + 1] = starts[i] + (isSingle || cursor.varint());
    return { labels, starts, values: new Int32Array(starts[documents]).map(() => cursor.varint()) };
  }, `column ${place}`);
}

const placeOf = (list, field) => list.findIndex(({ name }) => name === field);

export function withValue(index, { field, value, isPrefix }) {
  const place = placeOf(index.manifest.facets, field);
  const wanted = value.toLowerCase();
  const column = place < 0 ? null : columnOf(index, place);
  const isWanted = column?.labels.map(([each]) => (isPrefix ? each.toLowerCase().startsWith(wanted) : each.toLowerCase() === wanted));
  return having(index, column, (at) => isWanted[at]);
}

export function between(index, { field, low, high }) {
  const facet = placeOf(index.manifest.facets, field);
  if (facet >= 0) return having(index, columnOf(index, facet), (at) => at >= low && at <= high);
  const found = [];
  numbers(index, placeOf(index.manifest.numbers, field))?.forEach((number, document) => {
    if (number > -MAX_VALUE && number >= low && number <= high) found.push(document);
  });
  return found;
}

/** By document; -MAX_VALUE where it has none. */
function numbers({ files, manifest: { columns, facets, documents } }, place) {
  return files.opened(`column-${columns[facets.length + place]}`, (cursor) => {
    let before = 0;
    return Float64Array.from({ length: documents }, () => {
      const coded = cursor.varint() - 1;
      return coded < 0 ? -MAX_VALUE : (before += coded % 2 ? -(coded + 1) / 2 : coded / 2);
    });
  }, `number ${place}`);
}

/** Of places in a list of documents: less than 0 for the one that lasted longer. */
export function longer(index, documents) {
  const place = index.manifest.numbers.findIndex(({ isDate }) => !isDate);
  const lengths = place < 0 ? undefined : numbers(index, place);
  return (a, b) => (lengths ? lengths[documents[b]] - lengths[documents[a]] : 0);
}

/** Documents with one of the chosen values in each facet but one; null where that is all. */
export function allowed(index, chosen, exceptFor) {
  const { facets, documents } = index.manifest;
  const asked = Object.entries(chosen).filter(([name, values]) => name !== exceptFor && values.length);
  if (!asked.length) return null;
  let all = null;
  for (const [name, values] of asked) {
    const place = placeOf(facets, name);
    const column = place < 0 ? null : columnOf(index, place);
    const isWanted = column?.labels.map(([value]) => values.includes(value));
    const kept = new Uint8Array(documents);
    for (const document of having(index, column, (at) => isWanted[at])) kept[document] = all ? all[document] : 1;
    all = kept;
  }
  return all;
}

/** Of documents as they were found before any facet was chosen. */
export function counts(index, documents, chosen, names) {
  return Object.fromEntries(index.manifest.facets.flatMap((facet, place) => {
    if (!names.includes(facet.name)) return [];
    const column = columnOf(index, place);
    const isAllowed = allowed(index, chosen, facet.name);
    return [[facet.name, column ? countsOf(facet, column, documents, isAllowed, chosen[facet.name] ?? []) : []]];
  }));
}

function countsOf(facet, { labels, starts, values: all }, documents, isAllowed, chosen) {
  const found = new Int32Array(labels.length);
  for (const document of documents) {
    if (isAllowed && !isAllowed[document]) continue;
    for (let i = starts[document]; i < starts[document + 1]; i++) found[all[i]]++;
  }
  const values = labels.map(([value, label = value], i) => ({ value, label, count: found[i], isChosen: chosen.includes(value) })).filter(({ count, isChosen }) => count || isChosen);
  return facet.isOrdered ? values : values.sort((a, b) => b.count - a.count);
}

/** How many of these documents began in each quarter. @param {number[]} documents ascending */
export function quarters({ files, manifest }, documents) {
  const all = files.opened(`quarters-${manifest.quarters}`, (cursor) => cursor.json());
  if (!all?.length) return [];
  const [first] = all[0];
  const counts = new Array(all.at(-1)[0] - first + 1).fill(0);
  let at = -1;
  for (const document of documents) {
    while (at + 1 < all.length && all[at + 1][1] <= document) at++;
    if (at >= 0) counts[all[at][0] - first]++;
  }
  return counts.map((count, i) => ({ quarter: `${String(Math.floor((first + i) / 4)).padStart(4, '0')}-Q${(first + i) % 4 + 1}`, count }));
}
