import { sizeText } from '#explorer/size-text.ts'
import type { MailAttachment } from '#core/mail/mail-of.ts'
import type { ShownAttachment } from '#core/mail/protocol.ts'

/** Attachments that a message's pictures may name. Close gives their files to its own page only, so most stand as name and size. */
export function shownAttachments(attachments: readonly MailAttachment[], locale: string): readonly ShownAttachment[] {
  return attachments.flatMap(({ contentId, filename, size, url }) => {
    if (contentId === null) return []
    const label = [filename ?? 'Attached image', size === null ? null : sizeText(size, locale)]
      .filter((part) => part !== null)
      .join(' · ')
    return [
      {
        contentId: contentId.replace(/^<(.*)>$/, '$1'),
        label,
        picture: url !== null && url.startsWith('data:image/') ? url : null,
      },
    ]
  })
}
