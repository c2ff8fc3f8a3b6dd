import { Suspense, useState } from 'react'
import { useAction } from '#explorer/actions/use-action.ts'
import { Button } from '#ui/button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

const RequestDialog = lazyPart(() =>
  import('./request-dialog.tsx').then((module) => ({ default: module.RequestDialog })),
)

/** "Request". What it shows is loaded when it is first wanted. */
export function RequestButton() {
  const [isOpen, setIsOpen] = useState(false)
  const [isWanted, setIsWanted] = useState(false)
  function open() {
    setIsWanted(true)
    setIsOpen(true)
  }
  useAction('requests', open)
  return (
    <>
      <Button look="quiet" icon="code" aria-haspopup="dialog" aria-label="Request" title="Request" onClick={open} />
      {isWanted && (
        <Suspense fallback={null}>
          <RequestDialog open={isOpen} onOpenChange={setIsOpen} />
        </Suspense>
      )}
    </>
  )
}
