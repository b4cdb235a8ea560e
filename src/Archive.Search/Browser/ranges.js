/** Parts of files that are not deflated as a whole. */

/** By range where the host knows ranges, else out of the whole file. @param {(bytes: Uint8Array) => any} decode @returns undefined where it is missing */
export const part = (files, name, start, length, decode) => files.get(`${name} ${start}`, () => files.read(
  name,
  (bytes, isPart) => decode(isPart ? bytes : bytes.subarray(start, start + length)),
  { headers: { Range: `bytes=${start}-${start + length - 1}` } },
));
