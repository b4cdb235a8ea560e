/** Files of an index: fetched, inflated, kept. FORMAT.md describes them byte by byte. */

const FORMAT = 3;
/** Opened files are kept up to so many bytes as they were loaded, those used last. */
const MAX_KEPT = 2 ** 23;

/** An index cannot be read. */
export class SearchError extends Error {
  /** @param {'missing' | 'stale' | 'corrupt' | 'unknown-format'} code */
  constructor(code) {
    super(`The search index is ${code}.`);
    this.code = code;
  }
}

/** Reads from front to back. What it reads has passed zlib's checksum. */
export class Cursor {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 1;
  }

  varint() {
    let value = 0;
    let byte;
    for (let factor = 1; ; factor *= 128) {
      byte = this.bytes[this.at++];
      value += (byte & 127) * factor;
      if (!(byte & 128)) return value;
    }
  }

  take(length) {
    return this.bytes.subarray(this.at, this.at += length);
  }

  /** @param {number} length of all that is left, unless told */
  json(length = this.bytes.length) {
    return JSON.parse(new TextDecoder().decode(this.take(length)));
  }

  /** A byte string that shares its beginning with the one before. One character a byte. */
  shared(before) {
    return before.slice(0, this.varint()) + String.fromCharCode(...this.take(this.varint()));
  }

  /** What is left is bits, the lowest of a byte first. */
  bits() {
    const { bytes } = this;
    let at = this.at * 8;
    const bit = () => bytes[at >> 3] >> (at++ & 7) & 1;
    const low = (count) => {
      let value = 0;
      for (let i = 0; i < count; i++) value |= bit() << i;
      return value;
    };
    const rice = (count) => {
      let high = 0;
      while (bit()) high++;
      return high * 2 ** count + low(count);
    };
    return { low, rice };
  }
}

/** What a search needs and is not there is noted, then loaded at once with all else that is missing. */
export class Files {
  constructor(base) {
    this.base = new URL('.', new URL(base, globalThis.location?.href));
    this.kept = new Map();
    this.size = 0;
    this.missing = new Map();
    this.loading = new Map();
  }

  /** Asks again until nothing was missing: each turn is one round trip. */
  async settle(ask) {
    for (;;) {
      const answer = ask();
      if (!this.missing.size) {
        this.trim();
        return answer;
      }
      const missing = [...this.missing];
      this.missing.clear();
      await Promise.all(missing.map(([key, load]) => {
        if (!this.loading.has(key)) this.loading.set(key, this.keep(key, load).finally(() => this.loading.delete(key)));
        return this.loading.get(key);
      }));
    }
  }

  /** @returns what was loaded, or undefined: then it is noted as missing */
  get(key, load) {
    const found = this.kept.get(key);
    if (found) {
      this.kept.delete(key);
      this.kept.set(key, found);
    } else this.missing.set(key, load);
    return found?.value;
  }

  async keep(key, load) {
    const [value, size] = await load();
    this.kept.set(key, { value, size });
    this.size += size;
  }

  trim() {
    for (const [key, { size }] of this.kept) {
      if (this.size < MAX_KEPT) break;
      this.kept.delete(key);
      this.size -= size;
    }
  }

  /** A module that few queries need. */
  module(name) {
    return this.get(name, async () => [await import(`./${name}.js`).catch(() => { throw new SearchError('stale'); }), 0]);
  }

  /** A deflated file, decoded. @param {(cursor: Cursor) => any} decode @param {string} key of what it means, where equal files mean different things */
  opened(name, decode, key = name) {
    return this.get(key, () => this.read(name, async (bytes) => decode(new Cursor(await inflate(bytes)))));
  }

  /** A part of a file, decoded: by range where the host knows ranges. @param {(bytes: Uint8Array) => any} decode */
  part(name, start, length, decode) {
    return this.get(`${name} ${start}`, () => this.read(name, (bytes, isPart) => decode(isPart ? bytes : bytes.subarray(start, start + length)), { headers: { Range: `bytes=${start}-${start + length - 1}` } }));
  }

  async read(name, decode, options) {
    const answer = await this.fetch(`${name}.bin`, options);
    if (!answer.ok) throw new SearchError('stale');
    try {
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return [await decode(bytes, answer.status === 206), bytes.length];
    } catch {
      // it is gone, or is not what its name says: has the index changed, or is it broken?
      const { manifest } = this;
      throw new SearchError(manifest === await this.entry() ? 'corrupt' : 'stale');
    }
  }

  /** The name of the manifest that is in force. */
  async entry() {
    const answer = await this.fetch('index.json', { cache: 'no-cache' });
    const text = answer.ok ? await answer.text() : '<';
    if (/^\s*</.test(text)) throw new SearchError('missing');
    let entry;
    try {
      entry = JSON.parse(text);
    } catch {}
    if (entry?.format !== FORMAT) throw new SearchError(entry?.format ? 'unknown-format' : 'corrupt');
    return this.manifest = entry.manifest;
  }

  fetch(name, options) {
    return fetch(new URL(name, this.base), options).catch(() => { throw new SearchError('missing'); });
  }
}

export const inflate = async (bytes) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer());
