import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { useForm } from 'react-hook-form'
import { serializeSearch } from '#core/query/search-params.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { applyTexts, type Draft, draftSchema, type TextName, toDraft } from './draft.ts'
import { useChange } from './use-change.ts'

/** How long typing rests before it counts, in milliseconds. */
const pause = 400

const resolver = standardSchemaResolver(draftSchema)

/** Fields that are valid or invalid together. */
function together(name: TextName): TextName[] {
  return name === 'from' || name === 'to' ? ['from', 'to'] : [name]
}

/**
 * The draft of what is typed. It is applied after a pause, on Enter and on leaving the field; what is invalid stays in
 * its field with the reason. A query that changes elsewhere flows in, except into the field that is being typed in.
 */
export function useDraft() {
  const { query, timeZone } = useExplorer()
  const zone = query.timeZone ?? timeZone
  const change = useChange()
  const form = useForm<Draft>({ defaultValues: toDraft(query, zone), resolver })
  const applied = useRef(form.getValues())
  const typing = useRef<{ name: TextName; timer: number; pushed: boolean } | null>(null)

  useEffect(() => {
    const next = toDraft(query, zone)
    for (const name of Object.keys(next).filter(isDraftName)) {
      const isNews = next[name] !== applied.current[name]
      if (isNews && typing.current?.name !== name) form.setValue(name, next[name], { shouldValidate: true })
    }
    applied.current = next
  }, [query, zone, form])

  useEffect(() => () => window.clearTimeout(typing.current?.timer), [])

  async function apply(name: TextName) {
    window.clearTimeout(typing.current?.timer)
    const names = together(name)
    if (!(await form.trigger(names))) return
    // Typing makes one entry in the history, however often it rests.
    const replace = typing.current?.pushed ?? false
    change((now) => {
      const next = applyTexts(now, names, form.getValues(), zone)
      if (typing.current && serializeSearch(next) !== serializeSearch(now)) typing.current.pushed = true
      return next
    }, { replace })
  }

  function type(name: TextName, input: HTMLInputElement) {
    window.clearTimeout(typing.current?.timer)
    const pushed = typing.current?.name === name && typing.current.pushed
    // A date of which only a part is filled in reads as empty, and must not open the period.
    if (input.validity.badInput) {
      typing.current = { name, timer: 0, pushed }
      return form.setError(name, { message: 'Give a whole date.' })
    }
    typing.current = { name, timer: window.setTimeout(() => void apply(name), pause), pushed }
  }

  async function leave(name: TextName, input: HTMLInputElement) {
    if (typing.current?.name !== name || input.validity.badInput) return
    await apply(name)
    typing.current = null
  }

  /** What an input needs to be a field of the draft. */
  function field(name: TextName) {
    const registered = form.register(name, { onChange: (event) => type(name, event.target) })
    return {
      ...registered,
      error: form.formState.errors[name]?.message,
      onBlur: (event: FocusEvent<HTMLInputElement>) => {
        void registered.onBlur(event)
        void leave(name, event.currentTarget)
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Enter') void apply(name)
      },
    }
  }

  return { form, field }
}

export type DraftField = ReturnType<typeof useDraft>['field']

function isDraftName(name: string): name is keyof Draft {
  return name in draftSchema.shape
}
