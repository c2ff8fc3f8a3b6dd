/** What a command reads and writes, so that tests need no process. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Rejects when nobody reads any more. */
  readonly out: (data: string | Uint8Array) => Promise<void>
  readonly err: (text: string) => void
  /** Whether `err` is a terminal, where a line can be written over. */
  readonly isTerminal: boolean
  /** Aborted by Ctrl-C, and when nobody reads `out` any more. */
  readonly signal: AbortSignal
  /** IANA name of this machine's zone. */
  readonly timeZone: string
}
