import { useEffect, useRef, useState } from 'react'

/** Milliseconds: somebody who listens is not to be talked over. */
const pause = 10_000

/** What the figures come to, for assistive technology: now and then, and never the same twice. */
export function SpokenProgress({ text }: { text: string }) {
  const [spoken, setSpoken] = useState('')
  const latest = useRef(text)
  useEffect(() => {
    latest.current = text
  }, [text])
  useEffect(() => {
    const timer = setInterval(() => setSpoken(latest.current), pause)
    return () => clearInterval(timer)
  }, [])
  return (
    <p aria-live="polite" className="sr-only">
      {spoken}
    </p>
  )
}
