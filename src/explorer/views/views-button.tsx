import { Suspense, useState } from 'react'
import { Button, type ButtonProps } from '#ui/button.tsx'
import { useRecordRecent } from './use-record-recent.ts'
import { usePresentView } from './view-store.ts'
import { lazyPart } from '#ui/lazy-part.tsx'

const ViewsMenu = lazyPart(() => import('./views-menu.tsx').then((module) => ({ default: module.ViewsMenu })))

/** "Views", with the name of the one on screen. Its menu is loaded when it is first wanted. */
export function ViewsButton() {
  useRecordRecent()
  const [isWanted, setIsWanted] = useState(false)
  const button = <ViewsTrigger aria-haspopup="dialog" onClick={() => setIsWanted(true)} />
  if (!isWanted) return button
  return (
    <Suspense fallback={button}>
      <ViewsMenu />
    </Suspense>
  )
}

export function ViewsTrigger(props: ButtonProps) {
  const present = usePresentView()
  return (
    <Button {...props} look="quiet" icon="star" title="Saved views and recent queries">
      <span className="@max-4xl:sr-only">Views</span>
      {present && (
        <span className="max-w-40 truncate @max-4xl:sr-only">
          {present.view.name}
          {present.isModified && ' · modified'}
        </span>
      )}
    </Button>
  )
}
