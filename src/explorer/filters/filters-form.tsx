import type { KeyboardEvent } from 'react'
import { maxLimit } from '#core/query/activity-query.ts'
import type { Control } from '#core/query/rules.ts'
import { isMac } from '#explorer/actions/is-mac.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { formId } from './choose-lead.ts'
import { ContactsField } from './contacts-field.tsx'
import { ForgetParked } from './forget-parked.tsx'
import { GreyedReasons, useGreyings } from './greyed.tsx'
import { needsOneLead } from './greying.ts'
import { LeadsField } from './leads-field.tsx'
import { ListField } from './list-field.tsx'
import { MoreFields } from './more-fields.tsx'
import { OtherDates } from './other-dates.tsx'
import { PeriodField } from './period-field.tsx'
import { SortByField } from './sort-by-field.tsx'
import { ThreadsField } from './threads-field.tsx'
import { CustomTypesField, TypesField } from './types-field.tsx'
import { useDraft } from './use-draft.tsx'
import { UsersField } from './users-field.tsx'

const dependentControls = ['users', 'contacts', 'customActivityTypes', 'types', 'activityTime'] as const
const withoutCustomTypes = dependentControls.filter((control) => control !== 'customActivityTypes')

/** The query as a form. Every change applies at once; what Close would refuse is greyed, and says why. */
export function FiltersForm() {
  const { query, actions } = useExplorer()
  const draft = useDraft()
  const hasCustomTypes = query.resource === 'custom' || query.customActivityTypeIds.length > 0
  const dependent: readonly Control[] = hasCustomTypes ? dependentControls : withoutCustomTypes
  const within = useGreyings(...dependent.filter((control) => needsOneLead(query, control)))
  const elsewhere = useGreyings(...dependent.filter((control) => !needsOneLead(query, control)))
  const propsFor = (control: Control) => (needsOneLead(query, control) ? within : elsewhere).propsFor(control)
  const isMoreUsed =
    query.ids.length > 0 ||
    query.organizationId !== null ||
    query.fields.length > 0 ||
    query.limit !== maxLimit ||
    query.timeZone !== null

  // The field itself has applied what it holds.
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(isMac ? event.metaKey : event.ctrlKey)) return
    if (event.target instanceof Element && event.target.ariaExpanded === 'true') return
    event.preventDefault()
    actions.run('to-rows')
  }

  return (
    <form
      id={formId}
      role="search"
      aria-label="Filters"
      noValidate
      autoComplete="off"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      className="flex min-w-0 flex-col gap-3"
    >
      <ListField />
      <LeadsField />
      <GreyedReasons {...within} />
      <ForgetParked />
      <UsersField {...propsFor('users')} />
      <ContactsField {...propsFor('contacts')} />
      {hasCustomTypes && <CustomTypesField {...propsFor('customActivityTypes')} />}
      <TypesField {...propsFor('types')} />
      <SortByField {...propsFor('activityTime')} />
      <GreyedReasons {...elsewhere} />
      <PeriodField draft={draft} />
      <OtherDates />
      <ThreadsField />
      <Disclosure label="More" startOpen={isMoreUsed}>
        <MoreFields field={draft.field} />
      </Disclosure>
      {draft.engine}
    </form>
  )
}
