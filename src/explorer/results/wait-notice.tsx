import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Pacer } from '#client/pacer.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Notice } from '#ui/notice.tsx'

/** Milliseconds after which a request counts as slow. */
const slow = 8000

/** Why nothing moves just now: a wait with a known end, or an answer that takes long. */
export function WaitNotice({ pacer, isFetching }: { pacer: Pacer; isFetching: boolean }) {
  const { query } = useExplorer()
  const { waitingUntil, reason } = useSyncExternalStore(pacer.subscribe, pacer.getSnapshot)
  const who = query.source === 'close' ? 'Close' : 'The sandbox'
  if (waitingUntil !== null && reason === 'rate-limit') return <Countdown until={waitingUntil} who={who} />
  if (waitingUntil !== null && isFetching) return <Notice>{who} did not answer. Trying again…</Notice>
  return isFetching ? <SlowNotice who={who} /> : null
}

function Countdown({ until, who }: { until: number; who: string }) {
  const { announce } = useExplorer()
  const [now, setNow] = useState(() => Date.now())
  const seconds = Math.max(1, Math.ceil((until - now) / 1000))
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    announce(`${who} asks us to wait. It goes on by itself.`)
  }, [announce, who])
  return (
    <Notice tone="warn">
      {who} asks us to wait <span className="tabular-nums">{seconds} s</span>. Your place is kept.
    </Notice>
  )
}

function SlowNotice({ who }: { who: string }) {
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), slow)
    return () => clearTimeout(timer)
  }, [])
  return isSlow ? <Notice>{who} has not answered yet. After 45 s this is given up.</Notice> : null
}
