import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Pacer } from '#client/pacer.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Notice } from '#ui/notice.tsx'
import { createSaidOnce } from './said-once.ts'

/** Milliseconds after which a request counts as slow. */
const slow = 8000

/** Why nothing moves just now: a wait with a known end, or an answer that takes long. Said once to those who listen. */
export function WaitNotice({ pacer, isFetching }: { pacer: Pacer; isFetching: boolean }) {
  const { query, announce } = useExplorer()
  const once = useMemo(() => createSaidOnce(announce), [announce])
  const { waitingUntil, reason } = useSyncExternalStore(pacer.subscribe, pacer.getSnapshot)
  useEffect(() => {
    if (!isFetching && waitingUntil === null) once.end()
  })
  const who = query.source === 'close' ? 'Close' : 'The sandbox'
  if (waitingUntil !== null && reason === 'rate-limit')
    return <Countdown until={waitingUntil} who={who} say={once.say} />
  if (waitingUntil !== null && isFetching) return <Told text={`${who} did not answer. Trying again…`} say={once.say} />
  return isFetching ? <SlowNotice who={who} say={once.say} /> : null
}

type Say = (text: string) => void

function Told({ text, say }: { text: string; say: Say }) {
  useEffect(() => say(text), [say, text])
  return <Notice>{text}</Notice>
}

function Countdown({ until, who, say }: { until: number; who: string; say: Say }) {
  const [now, setNow] = useState(() => Date.now())
  const seconds = Math.max(1, Math.ceil((until - now) / 1000))
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    say(`${who} asks us to wait. It goes on by itself.`)
  }, [say, who])
  return (
    <Notice tone="warn">
      {who} asks us to wait <span className="tabular-nums">{seconds} s</span>. Your place is kept.
    </Notice>
  )
}

function SlowNotice({ who, say }: { who: string; say: Say }) {
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), slow)
    return () => clearTimeout(timer)
  }, [])
  return isSlow ? <Told text={`${who} has not answered yet. After 45 s this is given up.`} say={say} /> : null
}
