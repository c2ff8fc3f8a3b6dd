import { useEffect, useRef, useState } from 'react'
import { parsePaste } from '#core/query/paste.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { nothingParked } from '#explorer/parked.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/text-area.tsx'

/** A button that turns an API URL, a page link or a curl line into the query. Pasting one anywhere outside a field works too. */
export function PasteBox() {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState<string>()
  const area = useRef<HTMLTextAreaElement>(null)
  const openPasted = useOpenPasted()
  usePasteAnywhere(openPasted)

  function submit(text: string) {
    const failure = openPasted(text)
    setReason(failure)
    if (failure === undefined) setOpen(false)
    else area.current?.focus()
  }

  return (
    <>
      <Button
        icon="link"
        onClick={() => {
          setReason(undefined)
          setOpen(true)
        }}
      >
        Paste a link
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Paste a link"
        description="It becomes the query of this page. A key in it is not used."
        initialFocus={area}
      >
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            submit(area.current?.value ?? '')
          }}
        >
          <TextArea
            ref={area}
            label="API URL, page link or curl"
            placeholder="https://api.close.com/api/v1/activity/?lead_id=…"
            error={reason}
            onPaste={(event) => {
              // What is understood opens at once; anything else stays to be mended.
              if (event.currentTarget.value === '' && openPasted(event.clipboardData.getData('text')) === undefined) {
                event.preventDefault()
                setOpen(false)
              }
            }}
          />
          <Button look="primary" type="submit" className="self-end">
            Open
          </Button>
        </form>
      </Dialog>
    </>
  )
}

/** Opens the text as the query; answers why not when it cannot. */
function useOpenPasted(): (text: string) => string | undefined {
  const { query, setQuery, announce } = useExplorer()
  return (text) => {
    // A link to Close says so itself; everything else is asked where the page asks now.
    const pasted = parsePaste(text, /[?&]source=close\b/.test(text) ? {} : { source: query.source })
    if (pasted.status === 'not-understood') return pasted.reason
    setQuery(pasted.query, { parked: nothingParked })
    const secrets = pasted.secrets.length > 0 ? ['The key in it was not used.'] : []
    announce(['The pasted link is now the query.', ...secrets, ...pasted.notes].join(' '))
    return undefined
  }
}

const looksLikeLink = /^\s*(https?:\/\/|curl\s|\?|\/api\/v1\/)/i
const editable = 'input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog]'

function usePasteAnywhere(openPasted: (text: string) => string | undefined): void {
  const newest = useRef(openPasted)
  useEffect(() => {
    newest.current = openPasted
  })
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text') ?? ''
      const inField = event.target instanceof Element && event.target.closest(editable) !== null
      if (inField || event.defaultPrevented || !looksLikeLink.test(text)) return
      if (newest.current(text) === undefined) event.preventDefault()
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
}
