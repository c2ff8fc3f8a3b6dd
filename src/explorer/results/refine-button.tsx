import { Suspense, useState } from 'react'
import { hasRefinements } from '#core/activity/refinements.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button, type ButtonProps } from '#ui/button.tsx'
import type { Page } from './ledger.ts'
import { lazyPart } from '#ui/lazy-part.tsx'

const RefineMenu = lazyPart(() => import('./refine-menu.tsx').then((module) => ({ default: module.RefineMenu })))

/** "Refine". Its menu is loaded when it is first wanted. */
export function RefineButton({ pages }: { pages: readonly Page[] }) {
  const [isWanted, setIsWanted] = useState(false)
  const button = <RefineTrigger aria-haspopup="dialog" onClick={() => setIsWanted(true)} />
  if (!isWanted) return button
  return (
    <Suspense fallback={button}>
      <RefineMenu pages={pages} />
    </Suspense>
  )
}

export function RefineTrigger(props: ButtonProps) {
  const { query } = useExplorer()
  return (
    <Button
      {...props}
      look={hasRefinements(query) ? 'fix' : 'quiet'}
      icon="filter"
      aria-label="Refine"
      title="Keep some of the loaded rows"
    >
      <span className="@max-4xl:sr-only">Refine</span>
    </Button>
  )
}
