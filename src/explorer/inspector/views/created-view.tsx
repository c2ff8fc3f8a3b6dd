import { createdFacts } from '#core/activity/details/small.ts'
import { createFactsView } from './facts-view.tsx'

export const CreatedView = createFactsView('Creation', createdFacts)
