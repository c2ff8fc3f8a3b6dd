import { Suspense, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

const ColumnsMenu = lazyPart(() => import('./columns-menu.tsx').then((module) => ({ default: module.ColumnsMenu })))

/** "Columns". Its menu is loaded when it is first wanted. */
export function ColumnsButton() {
  const [isWanted, setIsWanted] = useState(false)
  const button = (
    <Button look="quiet" icon="columns" aria-haspopup="dialog" aria-label="Columns" onClick={() => setIsWanted(true)}>
      <span className="@max-4xl:sr-only">Columns</span>
    </Button>
  )
  if (!isWanted) return button
  return (
    <Suspense fallback={button}>
      <ColumnsMenu />
    </Suspense>
  )
}
