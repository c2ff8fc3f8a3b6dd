/** Refinements of loaded rows as sentences, each with the query as it is without it. */
import { noRefinements } from '#core/activity/refinements.ts'
import type { Names } from '#core/activity/names.ts'
import { dispositionText, sentenceCase } from '#core/activity/wording.ts'
import { activityTypes } from '#core/close/activity-types.ts'
import type { ActivityQuery } from './activity-query.ts'
import type { FilterSentence } from './describe.ts'

export type RefinementNames = Pick<Names, 'outcome' | 'activityType'>

const orList = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** For instance "Direction is Incoming". */
export function describeRefinements(query: ActivityQuery, names: RefinementNames): readonly FilterSentence[] {
  const { loadedText, loadedDirections, loadedStatuses, loadedOutcomes, loadedNotTypes } = query
  const without = (parts: Partial<ActivityQuery>): ActivityQuery => ({ ...query, ...parts })
  return [
    ...(loadedText === null
      ? []
      : [{ id: 'loaded.text', text: `Text contains “${loadedText}”`, removed: without({ loadedText: null }) }]),
    ...choice(
      'loaded.direction',
      'Direction is',
      loadedDirections.map(sentenceCase),
      without({ loadedDirections: [] }),
    ),
    ...choice('loaded.status', 'Status is', loadedStatuses.map(dispositionText), without({ loadedStatuses: [] })),
    ...choice(
      'loaded.outcome',
      'Outcome is',
      loadedOutcomes.map((id) => names.outcome(id) ?? id),
      without({ loadedOutcomes: [] }),
    ),
    ...choice(
      'loaded.not_type',
      'Type is not',
      loadedNotTypes.map((word) => typeName(word, names)),
      without({ loadedNotTypes: [] }),
    ),
  ]
}

/** The query with every loaded row. */
export function withoutRefinements(query: ActivityQuery): ActivityQuery {
  return { ...query, ...noRefinements }
}

function choice(id: string, words: string, values: readonly string[], removed: ActivityQuery): FilterSentence[] {
  return values.length === 0 ? [] : [{ id, text: `${words} ${orList.format(values)}`, removed }]
}

function typeName(word: string, names: RefinementNames): string {
  return activityTypes.find((type) => type.word === word)?.one ?? names.activityType(word) ?? word
}
