import { useEffect, useRef } from 'react'
import { type MailLink, warningTexts } from '#core/mail/links.ts'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'

/** Where the link under the pointer, or with the focus, really goes. */
export function LinkLine({ link }: { link: MailLink }) {
  return (
    <p className="rounded-md border border-line bg-raised px-3 py-1.5">
      Goes to <Place link={link} />
      {link.warnings.length > 0 && (
        <span className="text-warn"> · {link.warnings.map((warning) => warningTexts[warning]).join(' ')}</span>
      )}
    </p>
  )
}

/** Asks before a link is followed. The answer opens it in a tab that knows nothing of this one. */
export function LinkQuestion({ link, onClose }: { link: MailLink; onClose: () => void }) {
  const open = useRef<HTMLAnchorElement>(null)
  const isWeb = /^https?:/.test(link.href)
  useEffect(() => open.current?.focus(), [])
  return (
    <div
      role="group"
      aria-label="Open link"
      className="flex flex-col gap-2 rounded-md border border-line-strong bg-raised p-3 shadow-lg"
    >
      <p>
        This link goes to <Place link={link} />
      </p>
      <div
        className="max-h-20 overflow-y-auto font-mono text-xs break-all text-ink-muted"
        dir="ltr"
        tabIndex={0}
        role="group"
        aria-label="Address"
      >
        {visible(link.href)}
      </div>
      {link.warnings.map((warning) => (
        <p key={warning} className="flex items-start gap-1.5 font-medium text-warn">
          <Icon name="alert" className="mt-0.5 size-4" />
          {warningTexts[warning]}
        </p>
      ))}
      <div className="flex flex-wrap gap-2">
        <a
          ref={open}
          href={link.href}
          rel="noopener noreferrer"
          referrerPolicy="no-referrer"
          {...(isWeb && { target: '_blank' })}
          onClick={onClose}
          className="inline-flex min-h-8 items-center gap-1.5 rounded-md border border-line-strong bg-raised px-3 hover:bg-sunken pointer-coarse:min-h-11"
        >
          <Icon name="external" />
          {isWeb ? 'Open in a new tab' : 'Open'}
        </a>
        <Button look="quiet" onClick={onClose}>
          Stay here
        </Button>
      </div>
    </div>
  )
}

function Place({ link }: { link: MailLink }) {
  return (
    <bdi dir="ltr" className="font-semibold break-all">
      {visible(link.goesTo)}
    </bdi>
  )
}

/** Characters that turn or hide text are written out. */
function visible(text: string): string {
  return text.replaceAll(
    /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
    (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}>`,
  )
}
