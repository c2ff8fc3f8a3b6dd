import { lazy, Suspense, useState } from 'react'
import { Button } from '#ui/button.tsx'

const RequestDialog = lazy(() => import('./request-dialog.tsx').then((module) => ({ default: module.RequestDialog })))

/** "Request". What it shows is loaded when it is first wanted. */
export function RequestButton() {
  const [isOpen, setIsOpen] = useState(false)
  const [isWanted, setIsWanted] = useState(false)
  return (
    <>
      <Button
        look="quiet"
        icon="code"
        aria-haspopup="dialog"
        aria-label="Request"
        title="Request"
        onClick={() => {
          setIsWanted(true)
          setIsOpen(true)
        }}
      />
      {isWanted && (
        <Suspense fallback={null}>
          <RequestDialog open={isOpen} onOpenChange={setIsOpen} />
        </Suspense>
      )}
    </>
  )
}
