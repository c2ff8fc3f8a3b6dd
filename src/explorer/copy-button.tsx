import { useEffect, useState } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button, IconButton } from '#ui/button.tsx'

interface Props {
  label: string
  text: () => string
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ label, text }: Props) {
  const { outcome, copy } = useCopy(text)
  return (
    <Button size="small" icon={outcome === 'copied' ? 'check' : 'copy'} onClick={copy}>
      {outcome === 'refused' ? 'Not allowed' : label}
    </Button>
  )
}

/** The same, where there is only room for a sign. */
export function CopyIcon({ label, text }: Props) {
  const { outcome, copy } = useCopy(text)
  return <IconButton size="small" label={label} icon={outcome === 'copied' ? 'check' : 'copy'} onClick={copy} />
}

/** Copying, and for a while how it went. */
export function useCopy(text: () => string) {
  const { announce } = useExplorer()
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)

  useEffect(() => {
    if (outcome === null) return
    const timer = setTimeout(() => setOutcome(null), 2000)
    return () => clearTimeout(timer)
  }, [outcome])

  async function write() {
    try {
      await navigator.clipboard.writeText(text())
      setOutcome('copied')
      announce('Copied.')
    } catch {
      setOutcome('refused')
      announce('The browser did not allow copying.')
    }
  }

  return { outcome, copy: () => void write() }
}
