import { attachmentsOf } from '#core/activity/details/attachments.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { keyed } from '#lib/keyed.ts'
import { Icon } from '#ui/icon.tsx'
import { OutsideLink } from './outside-link.tsx'
import { Section } from './section.tsx'
import { sizeText } from '#explorer/size-text.ts'
import { useWording } from './use-wording.ts'

/** The files of an activity, as links to Close. */
export function Attachments({ wire }: { wire: WireActivity }) {
  const { locale } = useWording()
  const files = attachmentsOf(wire)
  if (files.length === 0) return null
  return (
    <Section title={files.length === 1 ? '1 attachment' : `${files.length} attachments`}>
      <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
        {keyed(files).map(({ key, item: { name, type, size, href } }) => (
          <li key={key} className="flex min-h-9 items-center gap-2 px-2.5 py-1.5">
            <Icon name="page" className="size-4 text-ink-muted" />
            <span className="min-w-0 grow truncate" title={type ?? undefined}>
              {href === null ? name : <OutsideLink href={href}>{name}</OutsideLink>}
            </span>
            {size !== null && <span className="text-xs text-ink-muted tabular-nums">{sizeText(size, locale)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
