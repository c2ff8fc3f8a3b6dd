import { useEffect, useState } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'

/** Puts a text on the clipboard and says so. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const { announce } = useExplorer()
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)

  useEffect(() => {
    if (outcome === null) return
    const timer = setTimeout(() => setOutcome(null), 2000)
    return () => clearTimeout(timer)
  }, [outcome])

  async function copy() {
    try {
      await navigator.clipboard.writeText(text())
      setOutcome('copied')
      announce('Copied.')
    } catch {
      setOutcome('refused')
      announce('The browser did not allow copying.')
    }
  }

  return (
    <Button size="small" icon={outcome === 'copied' ? 'check' : 'copy'} onClick={() => void copy()}>
      {outcome === 'refused' ? 'Not allowed' : label}
    </Button>
  )
}
