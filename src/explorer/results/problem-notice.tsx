import { useEffect, useRef } from 'react'
import { ConnectButton } from '#explorer/lazy-parts.tsx'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { failureOf } from './failure.ts'
import { useOnline } from './use-online.ts'

interface Props {
  problem: Error
  rowCount: number
  /** When the rows were asked for, as a time of day. */
  since: string | null
  onRetry: () => void
}

/** Why a request failed, with the way on. Offline, it goes on by itself when the connection is back. */
export function ProblemNotice({ problem, rowCount, since, onRetry }: Props) {
  const { query } = useExplorer()
  const isOnline = useOnline()
  const { title, text, fields, offer } = failureOf(problem, { source: query.source, isOnline, rowCount, since })

  const wasOnline = useRef(isOnline)
  useEffect(() => {
    if (isOnline && !wasOnline.current) onRetry()
    wasOnline.current = isOnline
  })

  return (
    <div role="alert">
      <Notice
        tone="danger"
        actions={
          offer === 'connect' ? (
            <ConnectButton />
          ) : (
            <Button icon="retry" onClick={onRetry}>
              Try again
            </Button>
          )
        }
      >
        <strong className="font-semibold">{title}.</strong> {text}
        {fields.length > 0 && (
          <ul className="mt-1">
            {fields.map(([name, words]) => (
              <li key={name}>
                <code className="font-mono text-xs">{name}</code>: {words}
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  )
}
