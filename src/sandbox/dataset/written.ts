/** Messages written for a purpose rather than drawn from the pools. */

export interface WrittenAttachment {
  readonly filename: string
  readonly size: number
  readonly contentType: string
  /** What `cid:` names. */
  readonly contentId?: string
  /** Where the file is; Close's own address when absent. */
  readonly url?: string
}

export interface WrittenMail {
  readonly subject: string
  /** Asked when the body is wanted: some are megabytes. */
  readonly html: () => string
  /** Earlier messages, folded. */
  readonly quoted?: readonly string[]
  readonly text: string
  readonly attachments?: readonly WrittenAttachment[]
}

export interface WrittenThread {
  readonly subject: string
  readonly mails: readonly WrittenMail[]
}

/** A lead with conversations and notes of this kind. */
export interface WrittenLead {
  readonly name: string
  readonly domain: string
  readonly threads: readonly WrittenThread[]
  readonly notes: readonly WrittenMail[]
}

/** Conversations of at most `most` messages each. */
export function inThreads(subject: string, mails: readonly WrittenMail[], most = 30): WrittenThread[] {
  const count = Math.ceil(mails.length / most)
  return Array.from({ length: count }, (_, part) => ({
    subject: count === 1 ? subject : `${subject}, part ${part + 1}`,
    mails: mails.slice(part * most, (part + 1) * most),
  }))
}
