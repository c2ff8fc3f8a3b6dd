import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fetchActivityFields } from '#client/activity-pages.ts'
import { type Transcript, transcriptsIn, type Utterance } from '#core/activity/details/transcript.ts'
import { clockText } from '#core/activity/wording.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { keyed } from '#lib/keyed.ts'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from './section.tsx'

interface Props {
  id: string
  /** The path of the activity's own list. */
  path: string
  /** Come only when they are named. */
  fields: readonly string[]
}

/** What was said. Asked for when somebody wants to read it. */
export function Transcripts({ id, path, fields }: Props) {
  const { client, query, generation } = useExplorer()
  const [isWanted, setIsWanted] = useState(false)
  const answer = useQuery({
    queryKey: [query.source, 'transcript', generation, id],
    queryFn: async ({ signal }) => {
      if (!client) throw new Error('Not connected.')
      return transcriptsIn(await fetchActivityFields(client, { path, id, fields: ['id', ...fields] }, signal), fields)
    },
    enabled: isWanted,
    staleTime: 5 * 60_000,
  })
  if (!isWanted) {
    return (
      <Section title="Transcript">
        <Button className="self-start" icon="page" onClick={() => setIsWanted(true)}>
          Show transcript
        </Button>
      </Section>
    )
  }
  return (
    <Section title="Transcript">
      {answer.isFetching && !answer.data && <p className="text-ink-muted">Loading…</p>}
      {answer.error && !answer.isFetching && (
        <Notice
          tone="danger"
          actions={
            <Button icon="retry" onClick={() => void answer.refetch()}>
              Try again
            </Button>
          }
        >
          {answer.error.message}
        </Notice>
      )}
      {answer.data?.length === 0 && <p className="text-ink-muted">Close has no transcript of this.</p>}
      {keyed(answer.data ?? []).map(({ key, item }) => (
        <Conversation key={key} transcript={item} />
      ))}
    </Section>
  )
}

function Conversation({ transcript: { summary, utterances } }: { transcript: Transcript }) {
  return (
    <div className="flex flex-col gap-3">
      {summary !== null && <p className="rounded-md bg-sunken px-3 py-2 leading-5">{summary}</p>}
      <ol className="flex flex-col gap-2.5">
        {keyed(utterances).map(({ key, item }, i) => (
          <Line key={key} utterance={item} repeats={utterances[i - 1]?.speaker === item.speaker} />
        ))}
      </ol>
    </div>
  )
}

function Line({ utterance: { speaker, side, start, text }, repeats }: { utterance: Utterance; repeats: boolean }) {
  return (
    <li className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-3">
      <span className="pt-px text-end text-xs leading-5 text-ink-faint tabular-nums">
        {start === null ? '' : clockText(start)}
      </span>
      <span>
        <span
          className={cx(
            'block text-xs leading-5 font-medium',
            side === 'theirs' ? 'text-accent' : 'text-ink-muted',
            repeats && 'sr-only',
          )}
        >
          {speaker}
        </span>
        <span dir="auto" className="block leading-5 break-words">
          {text}
        </span>
      </span>
    </li>
  )
}
