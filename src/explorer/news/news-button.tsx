import { useState } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import type { Question } from '#explorer/results/activities-query.ts'
import type { Activities } from '#explorer/results/use-activities.ts'
import { Button } from '#ui/button.tsx'
import { newsText } from './news-reason.ts'
import { useNews } from './use-news.ts'
import { WatchButton } from './watch-button.tsx'

interface Props {
  question: Question
  activities: Activities
  /** Asks for the whole list again, where news cannot be put among its rows. */
  onRefresh: () => void
}

/** "12 new activities": shows them when it is pressed, never before. At none it looks at once. */
export function NewsButton({ question, activities, onRefresh }: Props) {
  const view = useNews(question, activities)
  const { locale, announce } = useExplorer()
  const [isBusy, setIsBusy] = useState(false)
  const { news, canInsert, never } = view
  const isThere = news.count > 0

  async function press() {
    if (isThere && !canInsert) return onRefresh()
    setIsBusy(true)
    const answer = isThere ? await view.take() : await view.look()
    setIsBusy(false)
    if (!answer) announce('New activities could not be asked for.')
    else announce(isThere ? `${newsText(answer, locale)}, put into the list.` : newsText(answer, locale))
  }

  return (
    <span className="flex items-center">
      {never === null && (
        <Button
          look={isThere ? 'fix' : 'quiet'}
          icon="arrow-up"
          size={isThere ? 'small' : 'medium'}
          title={isThere ? titleOf(canInsert) : 'Ask now.'}
          greyed={isBusy}
          onClick={() => void press()}
        >
          <span className={isThere ? undefined : '@max-7xl:sr-only'}>
            {newsText(news, locale)}
            {isThere && !canInsert && ': refresh'}
          </span>
        </Button>
      )}
      <WatchButton view={view} />
    </span>
  )
}

function titleOf(canInsert: boolean): string {
  return canInsert ? 'Put them into the list; the rows in view stay where they are' : 'Ask for the whole list again'
}
