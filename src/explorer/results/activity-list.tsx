import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, Suspense, useEffect } from 'react'
import { refinementsOf } from '#core/activity/refinements.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import { useAttention, useRest } from '#explorer/at-rest.ts'
import { useAction } from '#explorer/actions/use-action.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { FindButton, FindInTable, FindMarks, useFindStore } from '#explorer/find/find-in-table.tsx'
import { focusList } from '#explorer/reading/focus-list.ts'
import { useReadingMode } from '#explorer/reading/reading-mode.ts'
import { RequestButton } from '#explorer/requests/request-button.tsx'
import { useSelection, useSelectionEnds } from '#explorer/selection/use-selection.ts'
import { CopyLinkButton } from '#explorer/share/copy-link-button.tsx'
import { TimelineSlot } from '#explorer/timeline/timeline-slot.tsx'
import { useTimelineShown } from '#explorer/timeline/timeline-shown.ts'
import { Button } from '#ui/button.tsx'
import type { Question } from './activities-query.ts'
import { ColumnsButton } from './columns-button.tsx'
import { Grid } from './grid.tsx'
import { ListFooter } from './list-footer.tsx'
import { OfflineNotice } from './offline-notice.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { NewsPlace } from '#explorer/news/news-place.tsx'
import { RefineButton } from './refine-button.tsx'
import { saidOf } from './said-of.ts'
import { statusText } from './status-text.ts'
import { ThreadOrderButton } from './thread-order-button.tsx'
import { Toolbar } from './toolbar.tsx'
import { useActivities } from './use-activities.ts'
import { useConversations } from './use-conversations.ts'
import { useRefinedRows } from './use-refined-rows.ts'
import { useColumns } from './use-columns.ts'
import { useOwnColumns } from './use-own-columns.ts'
import { useLayout } from './use-layout.ts'
import { useOnline } from './use-online.ts'
import { messagesKey } from './use-messages.ts'
import { WaitNotice } from './wait-notice.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

const NewsButton = lazyPart(() =>
  import('#explorer/news/news-button.tsx').then((module) => ({ default: module.NewsButton })),
)
const TotalsLine = lazyPart(() => import('./totals-line.tsx').then((module) => ({ default: module.TotalsLine })))
const NewDayNotice = lazyPart(() => import('./new-day-notice.tsx').then((module) => ({ default: module.NewDayNotice })))

const EmptyNotice = lazyPart(() => import('./empty-notice.tsx').then((module) => ({ default: module.EmptyNotice })))
const RefinedFooter = lazyPart(() =>
  import('./refined-footer.tsx').then((module) => ({ default: module.RefinedFooter })),
)

const ReadingPages = lazyPart(() =>
  import('#explorer/reading/reading-pages.tsx').then((module) => ({ default: module.ReadingPages })),
)

const SelectionBar = lazyPart(() =>
  import('#explorer/selection/selection-bar.tsx').then((module) => ({ default: module.SelectionBar })),
)

const loading = 'It is being loaded.'

function withSelected(text: string, selected: number, locale: string): string {
  return selected === 0 ? text : `${selected.toLocaleString(locale)} selected · ${text}`
}

interface Props {
  question: Question
  /** The query that was announced last, of this list or of the one before it. */
  said: RefObject<ActivityQuery | null>
}

/** The answer to one question. Another question is another list: give it a key. */
export function ActivityList({ question, said }: Props) {
  const { query, names, setQuery, timeZone: viewersZone, locale, announce, nameStore, address } = useExplorer()
  const timeZone = query.timeZone ?? viewersZone
  const activities = useActivities(question)
  useOwnColumns()
  const columns = useColumns()
  const layout = useLayout()
  const cache = useQueryClient()
  const timeline = useTimelineShown()
  const reading = useReadingMode()
  const rests = useRest()
  const isAttended = useAttention()
  const isOnline = useOnline()
  const conversations = useConversations(question, activities, useRefinedRows(activities))
  const { refined } = conversations
  const { status, end, rowCount, problem, ledger, isFetching } = activities
  const { topCount } = conversations.outline
  const text = statusText(
    { status, rowCount: refined?.of ?? topCount, kept: refined?.kept ?? null, end, reached: ledger.reached },
    { locale, timeZone },
  )

  // Said when there is an answer, with what was changed to get it, and when it is complete; not at every page. A refreshed list is
  // another ledger.
  const milestone =
    status === 'loading' ? null : `${end} ${ledger.pageCount > 0} ${status} ${JSON.stringify(refinementsOf(query))}`
  useEffect(() => {
    if (milestone === null) return
    const before = said.current
    said.current = query
    if (before === null || before === query) return announce(text)
    let isOld = false
    void saidOf(before, query, names, { locale, timeZone }).then(
      (change) => !isOld && announce(`${change} ${text}`.trim()),
    )
    return () => void (isOld = true)
    // The text of that moment.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [milestone, ledger, announce])

  function open({ id }: ActivityRow) {
    if (id !== null) setQuery((now) => ({ ...now, open: id }), { replace: query.open !== null })
  }

  function refresh() {
    nameStore.forgive()
    // Past midnight, "today" is another question, and so another list.
    address.renew()
    activities.refresh()
    void cache.invalidateQueries({ queryKey: messagesKey(question) })
  }

  const isBusy = status === 'loading' || activities.isRefreshing
  useAction('timeline', timeline.toggle)
  useAction('reading', () => {
    reading.toggle()
    announce(
      reading.isOn ? 'Reading mode is off.' : 'Reading mode is on: pages of 200 rows, with a heading for each day.',
    )
    // Once the one has taken the place of the other.
    requestAnimationFrame(focusList)
  })
  useAction('refresh', refresh, isBusy ? loading : null)

  const find = useFindStore()

  const selected = useSelection().rows.size
  useSelectionEnds()

  const since =
    ledger.askedAt === null
      ? null
      : new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(ledger.askedAt)
  const notice = problem && (
    <ProblemNotice problem={problem} rowCount={rowCount} since={since} onRetry={activities.retry} />
  )
  const isEmpty = status === 'ready' && rowCount === 0 && end === 'ended'

  const list = {
    activities,
    conversations,
    columns,
    timeZone,
    layout,
    onOpen: open,
    find,
    footer: (
      <>
        {rowCount === 0 && notice && <div className="p-3">{notice}</div>}
        {isEmpty ? (
          <Suspense fallback={null}>
            <EmptyNotice />
          </Suspense>
        ) : refined ? (
          <Suspense fallback={<div className="h-12" />}>
            <RefinedFooter activities={activities} refined={refined} />
          </Suspense>
        ) : (
          <ListFooter activities={activities} count={topCount} text={text} />
        )}
      </>
    ),
  }

  return (
    <>
      <Toolbar status={activities.isRefreshing ? 'Loading…' : withSelected(text, selected, locale)}>
        {isAttended ? (
          <Suspense fallback={<NewsPlace question={question} />}>
            <NewsButton question={question} activities={activities} onRefresh={refresh} />
          </Suspense>
        ) : (
          <NewsPlace question={question} />
        )}
        <Button look="quiet" icon="retry" aria-label="Refresh" greyed={isBusy && loading} onClick={refresh}>
          <span className="@max-7xl:sr-only">Refresh</span>
        </Button>
        <Button
          look="quiet"
          icon="bars"
          aria-label="Timeline"
          title="Timeline"
          aria-expanded={timeline.isShown}
          onClick={timeline.toggle}
        >
          <span className="@max-7xl:sr-only">Timeline</span>
        </Button>
        <Button
          look="quiet"
          icon="page"
          aria-label="Reading mode"
          title="Reading mode"
          aria-pressed={reading.isOn}
          onClick={reading.toggle}
        />
        <CopyLinkButton />
        <FindButton store={find} />
        <RequestButton />
        {conversations.isTree && <ThreadOrderButton />}
        <RefineButton pages={activities.pages} />
        {layout === 'lines' && <ColumnsButton />}
      </Toolbar>
      {timeline.isShown && (
        <TimelineSlot
          activities={activities}
          stream={question.plan.streams[0]}
          pacer={question.client.pacer}
          timeZone={timeZone}
        />
      )}
      <FindInTable
        store={find}
        activities={activities}
        conversations={conversations}
        columns={columns}
        timeZone={timeZone}
      />
      <div className="relative flex min-h-0 grow flex-col">
        {reading.isOn ? (
          <Suspense
            fallback={
              <p data-reading="" className="grow bg-surface p-4 text-ink-muted">
                Loading…
              </p>
            }
          >
            <ReadingPages {...list} />
          </Suspense>
        ) : (
          <Grid {...list} />
        )}
        {!reading.isOn && <FindMarks store={find} outline={conversations.outline} />}
      </div>
      {selected > 0 && (
        <Suspense fallback={null}>
          <SelectionBar columns={columns} timeZone={timeZone} />
        </Suspense>
      )}
      {rowCount > 0 && (
        <Suspense fallback={<p className="h-7 shrink-0 border-t border-line bg-surface" />}>
          <TotalsLine activities={activities} isTree={conversations.isTree} />
        </Suspense>
      )}
      <div className="flex shrink-0 flex-col gap-2 bg-surface *:m-2 empty:hidden">
        {rests && query.range !== null && (
          <Suspense fallback={null}>
            <NewDayNotice />
          </Suspense>
        )}
        {rowCount > 0 && (notice ?? (!isOnline && <OfflineNotice since={since} />))}
        <WaitNotice pacer={question.client.pacer} isFetching={isFetching} />
      </div>
    </>
  )
}
