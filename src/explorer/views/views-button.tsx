import { Suspense, useState } from 'react'
import { useAttention, useRest } from '#explorer/at-rest.ts'
import { Button, type ButtonProps } from '#ui/button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { hasBook } from './has-book.ts'

const ViewsMenu = lazyPart(() => import('./views-menu.tsx').then((module) => ({ default: module.ViewsMenu })))
const PresentName = lazyPart(() => import('./present-name.tsx').then((module) => ({ default: module.PresentName })))

/** "Views", with the name of the one on screen. Its menu is loaded when it is first wanted. */
export function ViewsButton() {
  const [isWanted, setIsWanted] = useState(false)
  const button = <ViewsTrigger aria-haspopup="dialog" onClick={() => setIsWanted(true)} />
  if (!isWanted) return button
  return (
    <Suspense fallback={button}>
      <ViewsMenu />
    </Suspense>
  )
}

/** Where nothing is kept there is no name to show, and nothing to note before somebody is there. */
export function ViewsTrigger(props: ButtonProps) {
  const isAttended = useAttention()
  const rests = useRest()
  return (
    <Button {...props} look="quiet" icon="star" title="Saved views and recent queries">
      <span className="@max-4xl:sr-only">Views</span>
      {(isAttended || (rests && hasBook())) && (
        <Suspense fallback={null}>
          <PresentName />
        </Suspense>
      )}
    </Button>
  )
}
