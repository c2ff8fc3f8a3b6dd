import type { WrittenMail } from '#sandbox/dataset/written.ts'
import type { Subject, Wire } from './common.ts'

/** The message written for this row, if one was. */
export function writtenMail(s: Subject): WrittenMail | undefined {
  return s.world.written.mails.get(s.row)
}

export function writtenBodies({ html, text, quoted = [] }: WrittenMail): Wire {
  const markup = html()
  return {
    body_text: text,
    body_html: [markup, ...quoted].join('\n'),
    body_text_quoted: [{ text, expand: true }],
    body_html_quoted: [{ html: markup, expand: true }, ...quoted.map((part) => ({ html: part, expand: false }))],
  }
}

export function writtenAttachments(s: Subject, { attachments = [] }: WrittenMail): Wire[] {
  return attachments.map(({ filename, size, contentType, contentId, url }, i) => ({
    url: url ?? `https://api.close.com/email/attachment/${s.world.ids.encode('media', s.row)}/${i}/`,
    filename,
    size,
    content_type: contentType,
    thumbnail_url: null,
    content_id: contentId ?? null,
    inline_only: contentId !== undefined,
  }))
}
