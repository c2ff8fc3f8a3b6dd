import { importFacts } from '#core/activity/details/small.ts'
import { createFactsView } from './facts-view.tsx'

export const ImportView = createFactsView('Import', importFacts)
