import { type ReactNode, useState } from 'react'
import { type ActivityQuery, emptyQuery } from '#core/query/activity-query.ts'
import { serializeSearch } from '#core/query/search-params.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { IconButton } from '#ui/button.tsx'

const questions = [
  { text: 'Calls of the last 7 days', query: { ...emptyQuery, resource: 'call', range: '7d' } },
  { text: 'Email threads of this month', query: { ...emptyQuery, resource: 'emailthread', range: 'this_month' } },
  { text: 'Meetings of this week', query: { ...emptyQuery, resource: 'meeting', range: 'this_week' } },
] as const

const own: ActivityQuery = { ...emptyQuery, source: 'close' }

const key = 'welcomed'

function wasWelcomed(): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}

/** What this page is for, and three questions to begin with; for a first visit to the sandbox. */
export function StarterQuestions() {
  const { query } = useExplorer()
  const [isDismissed, setIsDismissed] = useState(wasWelcomed)
  if (isDismissed || query.source !== 'sandbox' || serializeSearch({ ...query, open: null, columns: [] }) !== '')
    return null

  function dismiss() {
    setIsDismissed(true)
    try {
      localStorage.setItem(key, 'yes')
    } catch {
      // Then it is said again next time.
    }
  }

  return (
    <aside aria-label="Welcome" className="flex items-center gap-2">
      <p className="flex min-w-0 grow flex-wrap gap-x-3 gap-y-0.5">
        <span>Ask for any activities, read them here, export every one. Try:</span>
        {questions.map(({ text, query: question }) => (
          <QueryLink key={text} query={question}>
            {text}
          </QueryLink>
        ))}
        <span>
          These are invented. <QueryLink query={own}>Connect to see your own</QueryLink>
        </span>
      </p>
      <IconButton label="Dismiss" icon="cross" size="small" onClick={dismiss} />
    </aside>
  )
}

function QueryLink({ query, children }: { query: ActivityQuery; children: ReactNode }) {
  const { setQuery } = useExplorer()
  return (
    <a
      href={`?${serializeSearch(query)}`}
      className="inline-flex min-h-6 items-center text-accent underline underline-offset-2 pointer-coarse:min-h-11"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        setQuery(query)
      }}
    >
      {children}
    </a>
  )
}
