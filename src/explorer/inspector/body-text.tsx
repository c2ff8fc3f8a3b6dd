import type { Body } from '#core/activity/details/body.ts'
import { textOfMarkup } from '#core/activity/details/markup-text.ts'

/** A long text, as text. */
export function BodyText({ body }: { body: Body }) {
  const text = body.text ?? (body.html === null ? '' : textOfMarkup(body.html))
  return (
    <div dir="auto" className="text-[0.875rem] leading-6 break-words whitespace-pre-wrap">
      {text}
    </div>
  )
}
