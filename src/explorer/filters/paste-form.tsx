import { type RefObject, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { openPasted } from './open-pasted.ts'
import { useOpener } from './use-opener.ts'

interface PasteFormProps {
  area: RefObject<HTMLTextAreaElement | null>
  onOpened: () => void
}

/** Where a link is pasted: what is understood opens at once, anything else stays to be mended. */
export function PasteForm({ area, onOpened }: PasteFormProps) {
  const opener = useOpener()
  const [reason, setReason] = useState<string>()

  /** Whether it opened. */
  function open(text: string, whenNot?: (failure: string) => void): boolean {
    const failure = openPasted(text, opener)
    if (failure === undefined) onOpened()
    else whenNot?.(failure)
    return failure === undefined
  }

  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        open(area.current?.value ?? '', (failure) => {
          setReason(failure)
          area.current?.focus()
        })
      }}
    >
      <TextArea
        ref={area}
        label="API URL, page link or curl"
        placeholder="https://api.close.com/api/v1/activity/?lead_id=…"
        error={reason}
        onPaste={(event) => {
          if (event.currentTarget.value === '' && open(event.clipboardData.getData('text'))) event.preventDefault()
        }}
      />
      <Button look="primary" type="submit" className="self-end">
        Open
      </Button>
    </form>
  )
}
