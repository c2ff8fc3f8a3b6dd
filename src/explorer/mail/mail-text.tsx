import { useMemo, useState } from 'react'
import { TEXT_LENGTH } from '#core/mail/text.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'

/** UTF-16 units shown at first: as many as lay out at once. */
const AT_FIRST = 20_000

/** A message's words, when its markup is not drawn. `text` is asked once. */
export function MailText({ note, text }: { note?: string; text: () => string }) {
  const [all, setAll] = useState(false)
  // oxlint-disable-next-line react/exhaustive-deps -- the words of one message do not change
  const words = useMemo(() => text().slice(0, TEXT_LENGTH), [])
  const shown = all ? words : words.slice(0, AT_FIRST)
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {note !== undefined && <Notice tone="warn">{note}</Notice>}
      <div
        dir="auto"
        className="max-h-[60vh] overflow-y-auto rounded-md border border-line bg-sunken p-3 whitespace-pre-wrap"
        tabIndex={0}
        role="group"
        aria-label="Text of the message"
      >
        {shown}
      </div>
      {shown.length < words.length && (
        <Button size="small" className="self-start" onClick={() => setAll(true)}>
          Show more
        </Button>
      )}
    </div>
  )
}
