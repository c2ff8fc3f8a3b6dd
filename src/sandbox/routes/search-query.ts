import { isRecord } from '#sandbox/call.ts'
import { fieldRefusal, Refusal } from '#sandbox/refusal.ts'
import { folded, wordsOf } from './lead-query.ts'

export type Kind = 'lead' | 'contact'

/** One thing that a search may find. */
export interface Candidate {
  readonly kind: Kind
  readonly number: number
  readonly id: string
  readonly name: string
  readonly title: string
}

/** Whether a candidate is meant. */
type Condition = (candidate: Candidate) => boolean

/** Reads the `query` of a search, or says why it cannot. Of the field conditions it knows those on names, titles and ids. */
export function compile(query: unknown): Condition | Refusal {
  if (!isRecord(query)) return fieldRefusal({ query: 'This field is required.' })
  const plain = compilePlain(query)
  if (plain instanceof Refusal || query['negate'] !== true) return plain
  return (candidate) => !plain(candidate)
}

function compilePlain(query: Record<string, unknown>): Condition | Refusal {
  switch (query['type']) {
    case 'and':
    case 'or':
      return compileGroup(query['type'], query['queries'])
    case 'match_all':
      return () => true
    case 'object_type':
      return (candidate) => candidate.kind === query['object_type']
    case 'id':
      return (candidate) => candidate.id === query['value']
    case 'text':
      return textCondition(query, (candidate) => candidate.name)
    case 'field_condition':
      return compileField(query['field'], query['condition'])
    default:
      return fieldRefusal({ query: `Unknown query type ${JSON.stringify(query['type'])}.` })
  }
}

function compileGroup(type: 'and' | 'or', queries: unknown): Condition | Refusal {
  const parts: Condition[] = []
  for (const query of Array.isArray(queries) ? queries : []) {
    const part = compile(query)
    if (part instanceof Refusal) return part
    parts.push(part)
  }
  if (parts.length === 0) return () => true
  return (candidate) =>
    type === 'and' ? parts.every((part) => part(candidate)) : parts.some((part) => part(candidate))
}

function compileField(field: unknown, condition: unknown): Condition | Refusal {
  const name = isRecord(field) ? field['field_name'] : undefined
  if (!isRecord(condition)) return fieldRefusal({ condition: 'This field is required.' })
  if (name === 'id' && condition['type'] === 'reference') {
    const ids = Array.isArray(condition['object_ids']) ? condition['object_ids'] : []
    return (candidate) => ids.includes(candidate.id)
  }
  if (condition['type'] !== 'text')
    return fieldRefusal({ condition: `The sandbox knows no ${JSON.stringify(condition['type'])} conditions.` })
  if (name === 'name' || name === 'display_name') return textCondition(condition, (candidate) => candidate.name)
  if (name === 'title') return textCondition(condition, (candidate) => candidate.title)
  return fieldRefusal({ field: `The sandbox cannot filter by ${JSON.stringify(name)}.` })
}

function textCondition(
  { mode = 'full_words', value }: Record<string, unknown>,
  textOf: (candidate: Candidate) => string,
): Condition {
  const text = typeof value === 'string' ? value : ''
  const words = wordsOf(text)
  return (candidate) => {
    const parts = wordsOf(textOf(candidate))
    if (mode === 'exact_value') return folded(textOf(candidate)) === folded(text)
    if (mode === 'phrase') return ` ${parts.join(' ')} `.includes(` ${words.join(' ')} `)
    return words.every((word) =>
      parts.some((part) => (mode === 'beginning_of_words' ? part.startsWith(word) : part === word)),
    )
  }
}
