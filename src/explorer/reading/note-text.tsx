import { Button } from '#ui/button.tsx'

/** In place of messages: that they are on their way, that there are none, or why they are not there. */
export function NoteText({ note, onRetry }: { note: string | null; onRetry: () => void }) {
  if (note === null) return <>Loading…</>
  const [words, retries] = [note.replace(' Press Enter to try again.', ''), note.endsWith('to try again.')]
  return (
    <span className="flex flex-wrap items-center gap-2">
      {words}
      {retries && (
        <Button size="small" icon="retry" onClick={onRetry}>
          Try again
        </Button>
      )}
    </span>
  )
}
