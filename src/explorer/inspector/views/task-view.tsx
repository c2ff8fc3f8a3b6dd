import { taskFacts } from '#core/activity/details/small.ts'
import { createFactsView } from './facts-view.tsx'

export const TaskView = createFactsView('Task', taskFacts)
