/** Views to begin with: questions that people come with, as far as Close can be asked them. */
import { type ActivityQuery, emptyQuery } from '#core/query/activity-query.ts'
import { searchOf, type View } from './view-book.ts'

/** For the same source; where one lead is chosen, the views of one lead are about it. */
export function starterViews({ source, leadIds }: Pick<ActivityQuery, 'source' | 'leadIds'>): readonly View[] {
  const lead = leadIds.length === 1 ? leadIds : []
  const view = (name: string, parts: Partial<ActivityQuery>): View => ({
    name,
    search: searchOf({ ...emptyQuery, source, ...parts }),
  })
  return [
    view('Calls this week, with their users', {
      resource: 'call',
      range: 'this_week',
      columns: ['time', 'user', 'lead', 'contact', 'direction', 'duration', 'outcome', 'summary'],
    }),
    view('Calls of the last 7 days that nobody answered', {
      resource: 'call',
      range: '7d',
      loadedStatuses: ['no-answer'],
    }),
    // A conversation has the direction of its latest message: one that came in is not answered by email yet.
    view(
      lead.length > 0 ? 'Emails of this lead that wait for an answer' : 'Emails of 30 days that wait for an answer',
      {
        resource: 'emailthread',
        leadIds: lead,
        range: lead.length > 0 ? null : '30d',
        loadedDirections: ['incoming'],
      },
    ),
    view('Lead status changes this month', { resource: 'status_change/lead', range: 'this_month' }),
    view('Opportunity status changes this month', { resource: 'status_change/opportunity', range: 'this_month' }),
    view('Meetings this week', { resource: 'meeting', range: 'this_week' }),
    ...(lead.length > 0
      ? [view('Everything on this lead, without emails', { leadIds: lead, loadedNotTypes: ['Email'] })]
      : []),
  ]
}
