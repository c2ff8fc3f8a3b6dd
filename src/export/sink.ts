/** Where an export goes. */

export type SinkData = string | Uint8Array<ArrayBuffer>

export interface Sink {
  /** Appends text, as UTF-8, or bytes. Rejects when it cannot be written. */
  write(data: SinkData): Promise<void>
  /** Resolves when all that was written would survive the end of this program; called at every checkpoint. */
  commit?(): Promise<void>
  /** Makes the present file whole under this name and begins another; resolves with the name it has. */
  next?(fileName: string): Promise<string>
  /**
   * What the present file holds from before this run, for a sink that goes on where another ended. Read once, before anything is
   * written. Without it a resumed file has no hash.
   */
  written?(): AsyncIterable<Uint8Array>
  /** Makes the file whole and gives it this name where it can; resolves with the name it has. */
  finish(fileName: string): Promise<string>
}
