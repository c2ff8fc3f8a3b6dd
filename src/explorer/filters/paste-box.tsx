import { useEffect, useRef, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import type { Opener } from './open-pasted.ts'
import { useOpener } from './use-opener.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { fetchPart } from '#lib/fetch-part.ts'

// The dialog waits for it, so that the field is there to take the focus.
const PasteForm = lazyPart(async () => ({ default: (await import('./paste-form.tsx')).PasteForm }))

/** A button that turns an API URL, a page link or a curl line into the query. Pasting one anywhere outside a field works too. */
export function PasteBox() {
  const [open, setOpen] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  usePasteAnywhere(useOpener())

  return (
    <>
      <Button icon="link" onClick={() => setOpen(true)}>
        Paste a link
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Paste a link"
        description="It becomes the query of this page. A key in it is not used."
        initialFocus={area}
      >
        <PasteForm area={area} onOpened={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

const looksLikeLink = /^\s*(https?:\/\/|curl\s|\?|\/api\/v1\/)/i
const editable = 'input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog]'

function usePasteAnywhere(opener: Opener): void {
  const newest = useRef(opener)
  useEffect(() => {
    newest.current = opener
  })
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text') ?? ''
      const inField = event.target instanceof Element && event.target.closest(editable) !== null
      if (inField || event.defaultPrevented || !looksLikeLink.test(text)) return
      event.preventDefault()
      void fetchPart(() => import('./open-pasted.ts')).then(({ openPasted }) => openPasted(text, newest.current))
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
}
