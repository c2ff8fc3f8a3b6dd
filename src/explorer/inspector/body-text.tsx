import type { Body } from '#core/activity/details/body.ts'
import { MarkupFrame } from './markup-frame.tsx'

/** A long text: its markup in a frame of its own, otherwise its words. */
export function BodyText({ body: { text, html } }: { body: Body }) {
  return html === null ? <PlainText text={text ?? ''} /> : <MarkupFrame html={html} text={text} />
}

/** Words as they were written. */
export function PlainText({ text }: { text: string }) {
  return (
    <div dir="auto" className="text-[0.875rem] leading-6 break-words whitespace-pre-wrap">
      {text}
    </div>
  )
}
