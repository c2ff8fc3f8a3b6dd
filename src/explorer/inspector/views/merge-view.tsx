import { mergeFacts } from '#core/activity/details/small.ts'
import { createFactsView } from './facts-view.tsx'

export const MergeView = createFactsView('Merge', mergeFacts)
