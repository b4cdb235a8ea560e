/** Which index is in force: asked where the page does not say it, and when a file is not what it should be. */

import { SearchError } from './index.js';

const FORMAT = 3;

/** @param {Files} files @returns {Promise<string>} the checksum of the manifest */
export async function manifestOf(files) {
  const answer = await files.fetch('index.json', { cache: 'no-cache' });
  const text = answer.ok ? await answer.text() : '<';
  if (/^\s*</.test(text)) throw new SearchError('missing');
  let entry;
  try {
    entry = JSON.parse(text);
  } catch {}
  if (entry?.format !== FORMAT) throw new SearchError(entry?.format ? 'unknown-format' : 'corrupt');
  return entry.manifest;
}
