import { useExplorer } from '#explorer/explorer-context.ts'
import type { Question } from '#explorer/results/activities-query.ts'
import type { Activities } from '#explorer/results/use-activities.ts'
import { Button } from '#ui/button.tsx'
import { newsText } from './news-reason.ts'
import { useNews } from './use-news.ts'

interface Props {
  question: Question
  activities: Activities
  /** Asks for the whole list again, where news cannot be put above it. */
  onRefresh: () => void
}

/** "12 new activities": shows them when it is pressed, never before. At none it looks at once. */
export function NewsButton({ question, activities, onRefresh }: Props) {
  const news = useNews(question, activities)
  const { locale, announce } = useExplorer()
  const { count, isMore, never, paused, isOn } = news
  if (never !== null) return null

  function take() {
    const { taken } = news
    if (!taken || !activities.insertAbove(taken.news, taken.top)) return onRefresh()
    announce(`${newsText(count, isMore, locale)}, above.`)
  }

  async function press() {
    if (count > 0) return take()
    const found = await news.look()
    announce(newsText(found, false, locale))
  }

  return (
    <span className="flex items-center">
      <Button
        look={count > 0 ? 'fix' : 'quiet'}
        icon="arrow-up"
        size={count > 0 ? 'small' : 'medium'}
        title={count > 0 ? 'Put them above the list' : (paused ?? 'Asked once a minute. Press to ask now.')}
        onClick={() => void press()}
      >
        <span className={count > 0 ? undefined : '@max-7xl:sr-only'}>{newsText(count, isMore, locale)}</span>
      </Button>
      <Button
        look="quiet"
        icon={paused === null ? 'eye' : 'eye-shut'}
        role="switch"
        aria-checked={isOn}
        aria-label="Watch for new activities"
        title={paused ?? 'Watching: asked once a minute.'}
        onClick={() => news.switchOn(!isOn)}
      />
    </span>
  )
}
