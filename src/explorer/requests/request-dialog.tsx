import { useState, useSyncExternalStore } from 'react'
import type { CloseClient } from '#client/close-client.ts'
import type { Exchange } from '#client/request-log.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ExchangeDetails } from './exchange-details.tsx'
import { ExchangeList } from './exchange-list.tsx'
import { RawPage } from './raw-page.tsx'

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** The exact requests behind the screen. */
export function RequestDialog({ open, onOpenChange }: Props) {
  const { client } = useExplorer()
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      wide
      title="Requests"
      description="What this page asked, newest first. The key is in none of it."
    >
      {client && <Requests client={client} />}
    </Dialog>
  )
}

function Requests({ client: { requests } }: { client: CloseClient }) {
  const exchanges = useSyncExternalStore(requests.subscribe, requests.getSnapshot)
  const [chosen, setChosen] = useState<number | null>(null)
  const newestPage = exchanges.findLast(({ path }) => path.startsWith('/activity/'))
  const shown: Exchange | undefined =
    exchanges.find(({ number }) => number === chosen) ?? newestPage ?? exchanges.at(-1)
  if (!shown) return <p className="text-ink-muted">Nothing was asked yet.</p>
  return (
    <div className="flex flex-col gap-4">
      <ExchangeDetails exchange={shown} />
      <ExchangeList exchanges={exchanges} shown={shown.number} onChoose={setChosen} />
      <div className="flex flex-wrap items-start justify-between gap-2">
        <RawPage log={requests} />
        <Button size="small" onClick={requests.clear}>
          Clear list
        </Button>
      </div>
    </div>
  )
}
