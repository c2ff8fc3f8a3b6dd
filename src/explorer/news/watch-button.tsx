import { Suspense, useState } from 'react'
import { Button, type ButtonProps } from '#ui/button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import type { NewsView } from './use-news.ts'

const WatchMenu = lazyPart(() => import('./watch-menu.tsx').then((module) => ({ default: module.WatchMenu })))

/** Whether the list is watched, and why not. Its menu is loaded when it is first wanted. */
export function WatchButton({ view }: { view: NewsView }) {
  const [isWanted, setIsWanted] = useState(false)
  const button = <WatchTrigger view={view} aria-haspopup="dialog" onClick={() => setIsWanted(true)} />
  if (!isWanted) return button
  return (
    <Suspense fallback={button}>
      <WatchMenu view={view} />
    </Suspense>
  )
}

export function WatchTrigger({ view, ...props }: ButtonProps & { view: NewsView }) {
  const isAsked = view.paused === null && view.problem === null
  return (
    <Button {...props} look="quiet" icon={isAsked ? 'eye' : 'eye-shut'} aria-label="Watching" title={stateOf(view)} />
  )
}

/** As sentences. */
export function stateOf({ paused, problem }: Pick<NewsView, 'paused' | 'problem'>): string {
  if (paused !== null) return paused
  return problem === null ? 'Asked once a minute, by one request.' : `${problem} Asked again within a minute.`
}
