import { lazy, Suspense } from 'react'
import { useRest } from '#explorer/at-rest.ts'
import { Button } from '#ui/button.tsx'

const LazyButton = lazy(() => import('./copy-link-button.tsx').then((module) => ({ default: module.CopyLinkButton })))

/** "Copy link". It works as soon as a hand moves. */
export function CopyLink() {
  const rests = useRest()
  const place = (
    <Button look="quiet" icon="link" aria-label="Copy link" title="Copy link" greyed>
      <span className="max-xl:sr-only">Copy link</span>
    </Button>
  )
  return rests ? (
    <Suspense fallback={place}>
      <LazyButton />
    </Suspense>
  ) : (
    place
  )
}
