/** What a file holds, told from its bytes alone: their hash, their number, and the records between them. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

export interface Digest {
  readonly add: (bytes: Uint8Array) => void
  readonly bytes: () => number
  /** Lines, not counting line ends within quotes. */
  readonly records: () => number
  /** In hexadecimal. Nothing can be added afterwards. */
  readonly hash: () => string
}

const [quote, lineFeed] = [0x22, 0x0a]

/** @param hasQuotes Whether line ends may stand within quotes, as in CSV. */
export function createDigest(hasQuotes: boolean): Digest {
  const hash = sha256.create()
  let bytes = 0
  let records = 0
  let isQuoted = false
  return {
    add(part) {
      hash.update(part)
      bytes += part.length
      // By index: an iterator over each byte is what an export would spend most of its time on.
      for (let at = 0; at < part.length; at += 1) {
        const byte = part[at]
        if (byte === lineFeed) records += isQuoted ? 0 : 1
        else if (byte === quote && hasQuotes) isQuoted = !isQuoted
      }
    },
    bytes: () => bytes,
    records: () => records,
    hash: () => bytesToHex(hash.digest()),
  }
}
