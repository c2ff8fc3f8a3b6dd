/**
 * Judges an export by what the sandbox knows: rows that were there all the time are in it, nothing else but what was there at
 * some time is, nothing twice, everything as it was served.
 */

/** A row of the file: its id, and everything that was written of it. */
export interface WrittenRow {
  readonly id: string
  readonly content: string
}

export interface World {
  /** Rows that matched from the first moment of the export to its last. */
  readonly must: ReadonlySet<string>
  /** Rows that matched at some moment of it, and were there when it began or are dated as if they had been. */
  readonly may: ReadonlySet<string>
  /** Contents by id as they were served. */
  readonly served: ReadonlyMap<string, ReadonlySet<string>>
}

export interface Verdict {
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly phantom: readonly string[]
  readonly altered: readonly string[]
  /** Why it does not call itself complete although nothing stands in its way any more. */
  readonly unfinished: string | null
}

export function judge(rows: readonly WrittenRow[], unfinished: string | null, { must, may, served }: World): Verdict {
  const seen = new Set<string>()
  const doubled: string[] = []
  for (const { id } of rows) {
    if (seen.has(id)) doubled.push(id)
    seen.add(id)
  }
  return {
    lost: [...must].filter((id) => !seen.has(id)),
    doubled,
    phantom: [...seen].filter((id) => !may.has(id)),
    altered: rows.filter(({ id, content }) => may.has(id) && !served.get(id)?.has(content)).map(({ id }) => id),
    unfinished,
  }
}

export function isClean({ lost, doubled, phantom, altered, unfinished }: Verdict): boolean {
  return lost.length + doubled.length + phantom.length + altered.length === 0 && unfinished === null
}
