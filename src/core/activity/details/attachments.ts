import type { WireActivity } from '#core/close/wire.ts'
import { lineOf, numberOf } from '#core/activity/read.ts'
import { recordsOf, webAddress, wholeText } from './fact.ts'

export interface Attachment {
  readonly name: string
  readonly type: string | null
  /** Bytes. */
  readonly size: number | null
  /** Null where the address is none that a browser should follow. */
  readonly href: string | null
}

/** The files of an email, a note or a message. */
export function attachmentsOf(wire: WireActivity): readonly Attachment[] {
  return recordsOf(wire, 'attachments').map((file) => ({
    name: lineOf(file, 'filename') ?? 'Unnamed file',
    type: lineOf(file, 'content_type'),
    size: numberOf(file, 'size'),
    href: webAddress(wholeText(file['url']) ?? ''),
  }))
}
