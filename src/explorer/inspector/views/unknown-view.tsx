import { unknownFacts } from '#core/activity/details/unknown.ts'
import { createFactsView } from './facts-view.tsx'

export const UnknownView = createFactsView('What it says', unknownFacts)
