/** Where an export goes. */

export interface Sink {
  /** Appends text, as UTF-8. Rejects when it cannot be written. */
  write(text: string): Promise<void>
  /** Makes the file whole and gives it this name where it can; resolves with the name it has. */
  finish(fileName: string): Promise<string>
}
