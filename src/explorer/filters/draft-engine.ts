import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { type FocusEvent, type KeyboardEvent, memo, useEffect, useLayoutEffect, useRef } from 'react'
import { useForm } from 'react-hook-form'
import { serializeSearch } from '#core/query/search-params.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { applyTexts, type Draft, type TextName, toDraft } from './draft.ts'
import { draftSchema } from './draft-schema.ts'
import type { Period } from './period.ts'
import { useChange } from './use-change.ts'
import type { DraftView, Typed } from './use-draft.tsx'

/** How long typing rests before it counts, in milliseconds. */
const pause = 400

const resolver = standardSchemaResolver(draftSchema)

/** Fields that are valid or invalid together. */
function together(name: TextName): TextName[] {
  return name === 'from' || name === 'to' ? ['from', 'to'] : [name]
}

/** The field with the focus, once something was typed there. */
interface Typing {
  readonly name: TextName
  readonly timer: number
  /** Typing makes one entry in the history, however often it rests. */
  readonly pushed: boolean
  /** Something is not applied yet. */
  readonly fresh: boolean
}

interface Props {
  /** What was entered before this was loaded. */
  typed: Typed
  chosen: Period | null
  /** Called with each change. */
  onView: (view: DraftView) => void
}

/**
 * The draft of what is typed. It is applied after a pause, on Enter and on leaving the field; what is invalid stays in
 * its field with the reason. A query that changes elsewhere flows in, except into the field that is being typed in.
 */
export const DraftEngine = memo(function DraftEngine({ typed, chosen, onView }: Props) {
  const { query, timeZone } = useExplorer()
  const zone = query.timeZone ?? timeZone
  const change = useChange()
  const form = useForm<Draft>({ defaultValues: { ...toDraft(query, zone), ...(chosen && { period: chosen }) } })
  const { errors } = form.formState
  const period = form.watch('period')
  const applied = useRef(toDraft(query, zone))
  const typing = useRef<Typing | null>(null)

  useEffect(() => {
    const next = toDraft(query, zone)
    for (const name of Object.keys(next).filter(isDraftName)) {
      const isNews = next[name] !== applied.current[name]
      if (!isNews || (typing.current?.name === name && typing.current.fresh)) continue
      form.setValue(name, next[name])
      form.clearErrors(name)
    }
    applied.current = next
  }, [query, zone, form])

  useEffect(() => () => window.clearTimeout(typing.current?.timer), [])

  /** Asked directly: the form's own `trigger` forgets errors of fields that are drawn again meanwhile. */
  async function areValid(names: readonly TextName[], draft: Draft): Promise<boolean> {
    const found = (await resolver(draft, undefined, { fields: {}, shouldUseNativeValidation: false })).errors
    for (const name of names) {
      const message = found[name]?.message
      if (message === undefined) form.clearErrors(name)
      else form.setError(name, { message })
    }
    return names.every((name) => found[name] === undefined)
  }

  async function apply(name: TextName) {
    window.clearTimeout(typing.current?.timer)
    const names = together(name)
    const draft = { ...form.getValues() }
    if (!(await areValid(names, draft))) return
    const { pushed = false } = typing.current ?? {}
    change(
      (now) => {
        const next = applyTexts(now, names, draft, zone)
        const isChange = serializeSearch(next) !== serializeSearch(now)
        if (typing.current?.name === name)
          typing.current = { ...typing.current, fresh: false, pushed: pushed || isChange }
        // Own news is no news: what is typed stays as it was typed until the field is left.
        for (const own of names) applied.current = { ...applied.current, [own]: toDraft(next, zone)[own] }
        return next
      },
      { replace: pushed },
    )
  }

  function type(name: TextName, input: HTMLInputElement) {
    window.clearTimeout(typing.current?.timer)
    const pushed = typing.current?.name === name && typing.current.pushed
    // A date of which only a part is filled in reads as empty, and must not open the period.
    const isPartial = input.validity.badInput
    if (isPartial) form.setError(name, { message: 'Give a whole date.' })
    const timer = isPartial ? 0 : window.setTimeout(() => void apply(name), pause)
    typing.current = { name, timer, pushed, fresh: true }
  }

  async function leave(name: TextName, input: HTMLInputElement) {
    const isFresh = typing.current?.name === name && typing.current.fresh
    if (isFresh && !input.validity.badInput) await apply(name)
    if (typing.current?.name === name) typing.current = null
    const isValid = together(name).every((field) => form.getFieldState(field).error === undefined)
    if (isValid) form.setValue(name, applied.current[name])
  }

  /** What an input needs to be a field of the draft. */
  function field(name: TextName) {
    const registered = form.register(name, { onChange: (event) => type(name, event.target) })
    return {
      ...registered,
      error: errors[name]?.message,
      onBlur: (event: FocusEvent<HTMLInputElement>) => {
        void registered.onBlur(event)
        void leave(name, event.currentTarget)
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Enter') void apply(name)
      },
    }
  }

  useLayoutEffect(() => onView({ period, choose: (next) => form.setValue('period', next), field }))

  // What was typed goes on from where it is.
  useEffect(() => {
    async function takeOver() {
      for (const [name, input] of typed) {
        type(name, input)
        if (document.activeElement !== input) await leave(name, input)
      }
    }
    for (const [name, input] of typed) form.setValue(name, input.value)
    void takeOver()
    // Once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  return null
})

function isDraftName(name: string): name is keyof Draft {
  return name in draftSchema.shape
}
