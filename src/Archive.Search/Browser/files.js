/** Files of an index: fetched, checked, inflated, kept. The format is described byte by byte in FORMAT.md. */

/** An index cannot be read. */
export class SearchError extends Error {
  /** @param {'missing' | 'stale' | 'corrupt' | 'unknown-format'} code */
  constructor(code, message) {
    super(message);
    this.name = 'SearchError';
    this.code = code;
  }
}

const FORMAT = 2;
/** Opened files are kept up to so many bytes, those used last. */
const MAX_KEPT = 1 << 25;

export const broken = () => new SearchError('corrupt', 'A file of the search index is broken.');
const stale = () => new SearchError('stale', 'The search index has changed. Reload the page.');

const CRC = Uint32Array.from({ length: 256 }, (_, crc) => {
  for (let i = 0; i < 8; i++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  return crc;
});

/** CRC-32C. @param {Uint8Array} bytes */
export function checksum(bytes) {
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC[(crc ^ byte) & 255];
  return ~crc >>> 0;
}

export const hex = (check) => check.toString(16).padStart(8, '0');

/** What stands before its own checksum. */
export function unsealed(bytes) {
  const content = bytes.subarray(0, -4);
  if (new Cursor(bytes, content.length).check() !== hex(checksum(content))) throw broken();
  return content;
}

/** Reads from front to back, never beyond the end. */
export class Cursor {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Seven bits a byte, the lowest first. */
  varint() {
    let value = 0;
    for (let factor = 1; factor < 2 ** 56; factor *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) break;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw broken();
  }

  take(length) {
    if (this.at + length > this.bytes.length) throw broken();
    return this.bytes.subarray(this.at, this.at += length);
  }

  /** Four bytes, little-endian, as a file's name has them. */
  check() {
    return hex(this.take(4).reduceRight((all, byte) => all * 256 + byte, 0));
  }

  /** A byte string that shares its beginning with the one before. One character a byte. */
  shared(before) {
    const same = this.varint();
    if (same > before.length) throw broken();
    return before.slice(0, same) + String.fromCharCode(...this.take(this.varint()));
  }

  /** What is left is the bits of Rice's code, the lowest of a byte first. */
  bits() {
    let at = this.at * 8;
    const { bytes } = this;
    const low = (count) => {
      let value = 0;
      for (let i = 0; i < count; i++, at++) value |= (bytes[at >> 3] >> (at & 7) & 1) << i;
      return value;
    };
    return {
      low,
      rice: (count) => {
        let high = 0;
        for (; bytes[at >> 3] >> (at & 7) & 1; at++) high++;
        at++;
        return high * 2 ** count + low(count);
      },
      end: () => { this.at = (at + 7) >> 3; },
    };
  }

  end() {
    if (this.at !== this.bytes.length) throw broken();
  }
}

const decoder = new TextDecoder();

/** @param {Uint8Array} bytes */
export function json(bytes) {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    throw broken();
  }
}

export async function inflate(bytes) {
  try {
    return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer());
  } catch {
    throw broken();
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

  async fetch(name, options) {
    try {
      return await fetch(new URL(name, this.base), options);
    } catch {
      throw new SearchError('missing', `The search index cannot be loaded: ${name}.`);
    }
  }

  /** The name of the manifest that is in force. */
  async entry() {
    const answer = await this.fetch('index.json', { cache: 'no-cache' });
    const text = answer.ok ? await answer.text() : '<';
    if (text.trimStart()[0] === '<') throw new SearchError('missing', 'There is no search index.');
    const entry = json(new TextEncoder().encode(text));
    if (entry?.format === FORMAT) return this.manifest = entry.manifest;
    throw Number.isInteger(entry?.format) ? new SearchError('unknown-format', `The search index has format ${entry.format}, and this page reads ${FORMAT}. Reload the page.`) : broken();
  }

  /** A file that is gone, or is not what its name says: has the index changed, or is it broken? */
  async failed() {
    const manifest = this.manifest;
    return manifest !== await this.entry() ? stale() : broken();
  }

  /** @param {string} name a checksum in hexadecimal; with a place among others behind it the file is sealed by itself */
  async whole(kind, name) {
    const answer = await this.fetch(`${kind}-${name}.bin`);
    if (!answer.ok) throw stale();
    const bytes = new Uint8Array(await answer.arrayBuffer());
    try {
      if (name.length > 8) return unsealed(bytes);
      if (hex(checksum(bytes)) === name) return bytes;
    } catch {}
    throw await this.failed();
  }

  /** A part of a file that is not deflated, by range where the host knows ranges. */
  async slice(kind, check, start, length) {
    const answer = await this.fetch(`${kind}-${check}.bin`, { headers: { Range: `bytes=${start}-${start + length - 1}` } });
    if (answer.status === 404) throw stale();
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const part = answer.status === 206 ? bytes : bytes.slice(start, start + length);
    if (!answer.ok || part.length !== length) throw await this.failed();
    return part;
  }

  /** @returns what was decoded, or undefined: then it is noted as missing */
  get(key, load) {
    const found = this.kept.get(key);
    if (!found) {
      this.missing.set(key, load);
      return undefined;
    }
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.value;
  }

  /** A deflated file, decoded. @param {(cursor: Cursor) => any} decode @param {string} as since equal files of two meanings have one name */
  opened(kind, name, decode, as = kind) {
    return this.get(`${as}-${name}`, async () => {
      const bytes = await inflate(await this.whole(kind, name));
      const cursor = new Cursor(bytes, 1);
      const value = decode(cursor);
      cursor.end();
      return [value, bytes.length];
    });
  }

  /** A part of a file as it stands, decoded. @param {(bytes: Uint8Array) => any} decode */
  part(kind, check, start, length, decode) {
    return this.get(`${kind}-${check}-${start}`, async () => [await decode(await this.slice(kind, check, start, length)), length]);
  }

  /** A module that few queries need. */
  module(name) {
    return this.get(name, async () => {
      try {
        return [await import(`./${name}.js`), 0];
      } catch {
        throw stale();
      }
    });
  }

  async load() {
    const missing = [...this.missing];
    this.missing.clear();
    await Promise.all(missing.map(([key, load]) => {
      if (!this.loading.has(key)) this.loading.set(key, this.keep(key, load).finally(() => this.loading.delete(key)));
      return this.loading.get(key);
    }));
  }

  async keep(key, load) {
    const [value, size] = await load();
    this.kept.set(key, { value, size });
    this.size += size;
  }

  /** After an answer. */
  trim() {
    for (const [key, { size }] of this.kept) {
      if (this.size <= MAX_KEPT) break;
      this.kept.delete(key);
      this.size -= size;
    }
  }
}
