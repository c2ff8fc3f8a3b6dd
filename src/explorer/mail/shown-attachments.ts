import type { MailAttachment } from '#core/mail/mail-of.ts'
import type { ShownAttachment } from '#core/mail/protocol.ts'

/** Attachments that a message's pictures may name. Close gives their files to its own page only, so most stand as name and size. */
export function shownAttachments(attachments: readonly MailAttachment[]): readonly ShownAttachment[] {
  return attachments.flatMap(({ contentId, filename, size, url }) => {
    if (contentId === null) return []
    const label = [filename ?? 'Attached image', size === null ? null : sizeText(size)]
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

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** Bytes for a person, such as `12 kB`. */
function sizeText(bytes: number): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const format = new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  })
  return format.format(bytes / 1000 ** step)
}
