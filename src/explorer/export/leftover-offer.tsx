import { useState } from 'react'
import { instantText, numberText } from '#core/activity/format.ts'
import type { Leftover } from '#export/staging/leftovers.ts'
import { useConnectionState } from '#explorer/connection/connection.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { ConnectButton } from '#explorer/lazy-parts.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { discardLeftover } from './run-export.ts'
import { useStarter } from './use-start.ts'

/** An export that stopped: go on with it, keep what is there, or do away with it. */
export function LeftoverOffer({ leftover: { job, checkpoint } }: { leftover: Leftover }) {
  const { connection, locale, timeZone } = useExplorer()
  const starter = useStarter()
  const now = useConnectionState(connection)
  const [problem, setProblem] = useState<string | null>(null)
  const { rows, last } = checkpoint.counts
  const isClose = job.query.source === 'close'
  const isConnected = !isClose || now.status === 'connected'
  const isOther = isClose && now.status === 'connected' && now.organizationId !== job.organization?.id
  const where = last === null ? '' : ` at ${instantText(last, locale, timeZone)}`

  async function withTarget(go: (target: NonNullable<Awaited<ReturnType<typeof starter.ask>>>) => unknown) {
    try {
      const target = await starter.ask(job)
      if (target) await go(target)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The file could not be opened.')
    }
  }

  return (
    <Notice
      actions={
        <>
          {isConnected ? (
            <Button
              look="fix"
              greyed={isOther}
              onClick={() => void withTarget((target) => starter.start(job, target, checkpoint))}
            >
              Resume
            </Button>
          ) : (
            <ConnectButton look="fix" />
          )}
          <Button onClick={() => void withTarget((target) => starter.onlyEnd(job, target, checkpoint))}>
            Save what is there
          </Button>
          <Button onClick={() => void discardLeftover(job.id)}>Discard</Button>
        </>
      }
    >
      <p>
        An export of {job.scope} stopped{where} with {numberText(rows, locale)} {rows === 1 ? 'row' : 'rows'}.
      </p>
      {!isConnected && <p>To resume it, connect to {job.organization?.name ?? 'Close'} again.</p>}
      {isOther && (
        <p>
          It was begun in {job.organization?.name}; this key belongs to {now.organization}.
        </p>
      )}
      {problem !== null && <p role="alert">{problem}</p>}
    </Notice>
  )
}
