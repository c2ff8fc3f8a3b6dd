import { useRef, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { adding } from './view-book.ts'
import { addedText, readViewsFile, viewsFile } from './view-file.ts'
import { changeBook, useViewBook } from './view-store.ts'

/** Views to a file, and from one. */
export function ViewFiles() {
  const { views } = useViewBook()
  const input = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<string | null>(null)

  async function take(file: File | undefined) {
    if (!file) return
    // Before its size is known to be that of a file of views, nothing is read into memory.
    const read = readViewsFile(file.size > 5_000_000 ? '' : await file.text())
    if (read.status === 'refused') return setOutcome(read.why)
    changeBook((book) => {
      const done = adding(book, read.views)
      setOutcome(addedText({ ...done, over: done.over + read.over }, read.leftOut))
      return done.book
    })
  }

  return (
    <section className="flex flex-wrap items-center gap-2 border-t border-line pt-2">
      <Button
        size="small"
        greyed={views.length === 0 && 'There are no saved views.'}
        onClick={() => save(viewsFile(views))}
      >
        Export as file
      </Button>
      <Button size="small" onClick={() => input.current?.click()}>
        Import a file
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="File of views"
        className="hidden"
        onChange={({ target }) => {
          void take(target.files?.[0])
          target.value = ''
        }}
      />
      <p role="status" className="w-full text-ink-muted empty:hidden">
        {outcome}
      </p>
    </section>
  )
}

function save(text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'close-activity-views.json'
  link.click()
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
