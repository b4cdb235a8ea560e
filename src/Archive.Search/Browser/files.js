/** Files of an index: fetched, inflated, kept. */

const FORMAT = 3;
/** Bytes as loaded; with more, all files are forgotten. */
const MOST_KEPT = 2 ** 23;

export class SearchError extends Error {
  constructor(code) {
    super(`The search index is ${code}.`);
    this.code = code;
  }
}

/** Reads from front to back. Nothing is checked: zlib's checksum was. */
export class Cursor {
  constructor(bytes, at = 1) {
    this.bytes = bytes;
    this.at = at;
  }

  varint() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * factor;
      if (!(byte & 128)) return value;
    }
  }

  take(length) {
    return this.bytes.subarray(this.at, this.at += length);
  }

  json(length = this.bytes.length) {
    return JSON.parse(new TextDecoder().decode(this.take(length)));
  }

  /** A front-coded byte string, one character a byte. */
  shared(before) {
    return before.slice(0, this.varint()) + String.fromCharCode(...this.take(this.varint()));
  }

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

/** What a question needs and is not there is noted, then loaded at once with all else that is missing. */
export class Files {
  constructor(base) {
    this.base = new URL('.', new URL(base, globalThis.location?.href));
    this.kept = new Map();
    this.missing = new Map();
    this.loading = new Map();
    this.size = 0;
  }

  /** Asks again until nothing was missing: each turn is one round trip. */
  async settle(ask) {
    for (;;) {
      const answer = ask();
      if (!this.missing.size) return answer;
      if (this.size > MOST_KEPT) {
        this.kept.clear();
        this.size = 0;
      }
      const missing = [...this.missing];
      this.missing.clear();
      await Promise.all(missing.map(([key, load]) => {
        if (!this.loading.has(key)) this.loading.set(key, load().then((value) => this.kept.set(key, value)).finally(() => this.loading.delete(key)));
        return this.loading.get(key);
      }));
    }
  }

  get(key, load) {
    if (!this.kept.has(key)) this.missing.set(key, load);
    return this.kept.get(key);
  }

  module(name) {
    return this.get(name, () => import(`./${name}.js`).catch(() => { throw new SearchError('stale'); }));
  }

  opened(name, decode, key = name) {
    return this.get(key, () => this.read(name, async (bytes) => decode(new Cursor(await inflate(bytes)))));
  }

  async read(name, decode, options) {
    const answer = await this.fetch(`${name}.bin`, options);
    if (!answer.ok) throw new SearchError('stale');
    try {
      const bytes = new Uint8Array(await answer.arrayBuffer());
      this.size += bytes.length;
      return await decode(bytes, answer.status === 206);
    } catch {
      const { manifest } = this;
      throw new SearchError(manifest === await this.entry() ? 'corrupt' : 'stale');
    }
  }

  /** The manifest in force. */
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
