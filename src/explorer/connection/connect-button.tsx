import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { cleanCredential, type Credential } from '#client/credential.ts'
import { CloseError } from '#client/errors.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button, type ButtonProps } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useConnectionState } from './connection.ts'
import { forgetClose } from './forget-close.ts'

const kinds: readonly { value: Credential['kind']; label: string }[] = [
  { value: 'api-key', label: 'API key' },
  { value: 'oauth-token', label: 'OAuth token' },
]

const nouns = { 'api-key': 'API key', 'oauth-token': 'OAuth token' }

/** "Connect to Close", and the dialog behind it. The text of the field stays in the field: no state, no storage. */
export function ConnectButton({ look }: { look?: ButtonProps['look'] | undefined }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon="lock" {...(look && { look })} onClick={() => setOpen(true)}>
        Connect to Close
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        sturdy
        title="Connect to Close"
        description="The key stays in this page's memory until you disconnect or close the page. It is never stored and never part of a link."
      >
        <ConnectForm onConnected={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function ConnectForm({ onConnected }: { onConnected: () => void }) {
  const [kind, setKind] = useState<Credential['kind']>('api-key')
  const [error, setError] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const queryClient = useQueryClient()
  const { query, setQuery, connection } = useExplorer()
  const checking = useConnectionState(connection).status === 'checking'

  async function submit() {
    const cleaned = cleanCredential(input.current?.value ?? '', kind)
    if (cleaned.status === 'unusable') return fail(cleaned.reason)
    setError(undefined)
    try {
      const connected = connection.connect(cleaned.credential)
      // Another key may see another organization: nothing of before may stay. Later would hit what the new one asks.
      forgetClose(queryClient)
      await connected
      // The activity that is open is not one of theirs.
      setQuery({ ...query, source: 'close', open: query.source === 'close' ? query.open : null })
      onConnected()
    } catch (cause) {
      fail(reasonOf(cause, nouns[cleaned.credential.kind]))
    }
  }

  function fail(reason: string) {
    setError(reason)
    input.current?.focus()
  }

  return (
    <form
      autoComplete="off"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!checking) void submit()
      }}
    >
      <RadioGroup label="Connect with" options={kinds} value={kind} onChange={setKind} />
      <TextField
        ref={input}
        label={nouns[kind]}
        masked
        error={error}
        hint={
          kind === 'api-key' ? 'In Close: Settings, Developer, API Keys.' : 'An access token; it lasts about an hour.'
        }
      />
      <div className="flex items-center justify-end gap-3">
        <span aria-live="polite" className="text-ink-muted">
          {checking ? 'Asking Close who this is…' : ''}
        </span>
        <Button look="primary" type="submit" greyed={checking}>
          Connect
        </Button>
      </div>
    </form>
  )
}

function reasonOf(cause: unknown, noun: string): string {
  if (cause instanceof CloseError && cause.kind === 'unauthorized') {
    return `Close did not accept this ${noun}. Check that it is complete and has not been deleted.`
  }
  return cause instanceof Error ? cause.message : 'Something went wrong. Try again.'
}
