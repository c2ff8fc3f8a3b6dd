/** Every action that has a name: the palette runs them, the sheet of keys lists them, and no two want the same keys. */

import type { ActionRegistry } from './action-registry.ts'

export const groups = ['General', 'Filters', 'Time', 'Table', 'Selection', 'Activity', 'Find'] as const

export interface ActionEntry {
  readonly id: string
  readonly group: (typeof groups)[number]
  readonly label: string
  /** As `parseKeys` reads them; any of them will do. */
  readonly keys: readonly string[]
  /** Where the keys mean it: anywhere outside of fields and dialogs, or only on what has them for itself. */
  readonly where: 'page' | 'table' | 'find' | 'timeline' | 'edge'
  /** What has the focus handles the keys itself: they are told here, and it is not in the palette. */
  readonly isTold?: true
  /** One of several things its keys do: the first that can be done is done. */
  readonly isLayer?: true
  /** Goes on while the key is held. */
  readonly repeats?: true
  /** Why it cannot be done where nobody offers it. */
  readonly otherwise?: string
}

const noRows = 'There are no rows.'
const noSelection = 'Select rows first, with Space.'
const noActivity = 'Open an activity first.'
const noForm = 'The filters are hidden.'
const noConversation = 'Open a conversation first.'

const entries = [
  { id: 'palette', group: 'General', label: 'Do anything…', keys: ['Mod+k'], where: 'page' },
  { id: 'keys', group: 'General', label: 'Show all keys', keys: ['?'], where: 'page' },
  { id: 'refresh', group: 'General', label: 'Refresh the list', keys: ['r'], where: 'page', otherwise: noRows },
  { id: 'export', group: 'General', label: 'Export CSV…', keys: ['e'], where: 'page' },
  { id: 'requests', group: 'General', label: 'Show the requests', keys: ['q'], where: 'page', otherwise: noRows },

  { id: 'filters', group: 'Filters', label: 'Show or hide the filters', keys: ['['], where: 'page' },
  { id: 'first-filter', group: 'Filters', label: 'Go to the filters', keys: ['f'], where: 'page' },
  { id: 'leads', group: 'Filters', label: 'Choose leads', keys: ['l'], where: 'page' },
  { id: 'period', group: 'Filters', label: 'Choose a period', keys: ['d'], where: 'page' },
  {
    id: 'to-rows',
    group: 'Filters',
    label: 'Apply what is typed, and go to the rows',
    keys: ['Mod+Enter'],
    where: 'page',
  },
  { id: 'clear-filters', group: 'Filters', label: 'Remove all filters', keys: ['x'], where: 'page' },

  {
    id: 'period-before',
    group: 'Time',
    label: 'Period before',
    keys: ['t ArrowLeft'],
    where: 'page',
    otherwise: noForm,
  },
  {
    id: 'period-after',
    group: 'Time',
    label: 'Period after',
    keys: ['t ArrowRight'],
    where: 'page',
    otherwise: noForm,
  },
  { id: 'period-wider', group: 'Time', label: 'Wider period', keys: ['t z'], where: 'page', otherwise: noForm },
  { id: 'period-keep', group: 'Time', label: 'Keep these days', keys: ['t a'], where: 'page', otherwise: noForm },
  { id: 'period-copy', group: 'Time', label: 'Copy the period', keys: ['t c'], where: 'page', otherwise: noForm },
  { id: 'period-paste', group: 'Time', label: 'Paste a period', keys: ['t v'], where: 'page', otherwise: noForm },
  {
    id: 'timeline',
    group: 'Time',
    label: 'Show or hide the timeline',
    keys: ['t t'],
    where: 'page',
    otherwise: noRows,
  },

  {
    id: 'along',
    group: 'Time',
    label: 'Along the timeline',
    keys: ['ArrowLeft', 'ArrowRight'],
    where: 'timeline',
    isTold: true,
  },
  {
    id: 'choose-part',
    group: 'Time',
    label: 'Choose a part of the timeline',
    keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'],
    where: 'timeline',
    isTold: true,
  },
  {
    id: 'ask-part',
    group: 'Time',
    label: 'Show that part, or load as far as there',
    keys: ['Enter'],
    where: 'timeline',
    isTold: true,
  },

  {
    id: 'reading',
    group: 'Table',
    label: 'Switch reading mode on or off',
    keys: ['v'],
    where: 'page',
    otherwise: noRows,
  },
  {
    id: 'next',
    group: 'Table',
    label: 'Next row; next activity while one is open',
    keys: ['j'],
    where: 'page',
    repeats: true,
    otherwise: noRows,
  },
  {
    id: 'previous',
    group: 'Table',
    label: 'Previous row; previous activity while one is open',
    keys: ['k'],
    where: 'page',
    repeats: true,
    otherwise: noRows,
  },
  { id: 'row-down', group: 'Table', label: 'Next row', keys: ['ArrowDown'], where: 'table', isTold: true },
  { id: 'row-up', group: 'Table', label: 'Previous row', keys: ['ArrowUp'], where: 'table', isTold: true },
  { id: 'page-down', group: 'Table', label: 'A screen down', keys: ['PageDown'], where: 'table', isTold: true },
  { id: 'page-up', group: 'Table', label: 'A screen up', keys: ['PageUp'], where: 'table', isTold: true },
  { id: 'first-row', group: 'Table', label: 'First row', keys: ['Home'], where: 'table', isTold: true },
  { id: 'last-row', group: 'Table', label: 'Last loaded row', keys: ['End'], where: 'table', isTold: true },
  { id: 'open', group: 'Table', label: 'Open the activity', keys: ['Enter'], where: 'table', isTold: true },
  {
    id: 'expand',
    group: 'Table',
    label: 'Open the conversation, then go into it',
    keys: ['ArrowRight'],
    where: 'table',
    isTold: true,
  },
  {
    id: 'collapse',
    group: 'Table',
    label: 'Back to the conversation, then close it',
    keys: ['ArrowLeft'],
    where: 'table',
    isTold: true,
  },

  {
    id: 'width',
    group: 'Table',
    label: 'On the edge of a column: narrower, wider',
    keys: ['ArrowLeft', 'ArrowRight'],
    where: 'edge',
    isTold: true,
  },
  { id: 'fit', group: 'Table', label: 'There: fit the width', keys: ['Enter'], where: 'edge', isTold: true },
  { id: 'own-width', group: 'Table', label: 'There: its own width', keys: ['Delete'], where: 'edge', isTold: true },

  { id: 'select', group: 'Selection', label: 'Select the row, or not', keys: ['Space'], where: 'table', isTold: true },
  {
    id: 'select-more',
    group: 'Selection',
    label: 'Select on and on',
    keys: ['Shift+ArrowDown', 'Shift+ArrowUp'],
    where: 'table',
    isTold: true,
  },
  {
    id: 'select-all',
    group: 'Selection',
    label: 'Select all loaded rows',
    keys: ['Mod+a'],
    where: 'table',
    isTold: true,
  },
  { id: 'copy-text', group: 'Selection', label: 'Copy as text', keys: ['c'], where: 'page', otherwise: noSelection },
  { id: 'copy-csv', group: 'Selection', label: 'Copy as CSV', keys: [], where: 'page', otherwise: noSelection },
  {
    id: 'copy-markdown',
    group: 'Selection',
    label: 'Copy as Markdown',
    keys: [],
    where: 'page',
    otherwise: noSelection,
  },
  { id: 'copy-json', group: 'Selection', label: 'Copy as JSON', keys: [], where: 'page', otherwise: noSelection },
  { id: 'compare', group: 'Selection', label: 'Compare', keys: ['='], where: 'page', otherwise: noSelection },

  { id: 'copy-link', group: 'Activity', label: 'Copy the link', keys: ['y'], where: 'page', otherwise: noActivity },
  { id: 'open-in-close', group: 'Activity', label: 'Open in Close', keys: ['o'], where: 'page', otherwise: noActivity },
  {
    id: 'inspector',
    group: 'Activity',
    label: 'Show or hide the activity of the row',
    keys: [']'],
    where: 'page',
    otherwise: noRows,
  },

  {
    id: 'next-message',
    group: 'Activity',
    label: 'Next message of the conversation, an older one',
    keys: ['n'],
    where: 'page',
    repeats: true,
    otherwise: noConversation,
  },
  {
    id: 'previous-message',
    group: 'Activity',
    label: 'Previous message of the conversation, a newer one',
    keys: ['p'],
    where: 'page',
    repeats: true,
    otherwise: noConversation,
  },
  {
    id: 'open-messages',
    group: 'Activity',
    label: 'Open all messages of the conversation',
    keys: [';'],
    where: 'page',
    otherwise: noConversation,
  },
  {
    id: 'close-messages',
    group: 'Activity',
    label: 'Close all messages of the conversation',
    keys: [':'],
    where: 'page',
    otherwise: noConversation,
  },

  { id: 'find', group: 'Find', label: 'Find in the table', keys: ['/', 'Mod+f'], where: 'page', otherwise: noRows },
  { id: 'find-next', group: 'Find', label: 'Next match', keys: ['Enter'], where: 'find', isTold: true },
  { id: 'find-previous', group: 'Find', label: 'Previous match', keys: ['Shift+Enter'], where: 'find', isTold: true },
  { id: 'find-browser', group: 'Find', label: 'The browser’s own find', keys: ['Mod+f'], where: 'find', isTold: true },

  // What Escape does, from what lies on top down to the bottom.
  {
    id: 'close-filters',
    group: 'Filters',
    label: 'Close the sheet of filters',
    keys: ['Escape'],
    where: 'page',
    isLayer: true,
    otherwise: 'The filters cover nothing.',
  },
  {
    id: 'close-find',
    group: 'Find',
    label: 'Close find',
    keys: ['Escape'],
    where: 'page',
    isLayer: true,
    otherwise: 'Nothing is looked for.',
  },
  {
    id: 'clear-selection',
    group: 'Selection',
    label: 'Clear the selection',
    keys: ['Escape'],
    where: 'page',
    isLayer: true,
    otherwise: 'Nothing is selected.',
  },
  {
    id: 'close-activity',
    group: 'Activity',
    label: 'Close the activity',
    keys: ['Escape'],
    where: 'page',
    isLayer: true,
    otherwise: 'No activity is open.',
  },
] as const satisfies readonly ActionEntry[]

export const catalogue: readonly (ActionEntry & { readonly id: ActionId })[] = entries

export type ActionId = (typeof entries)[number]['id']

export function entryOf(id: ActionId): ActionEntry {
  const entry = catalogue.find((each) => each.id === id)
  if (!entry) throw new Error(`No such action: ${id}`)
  return entry
}

/** Why an action cannot be done now; null when it can. */
export function hindranceOf(id: ActionId, registry: Pick<ActionRegistry, 'best'>): string | null {
  const offer = registry.best(id)
  return offer ? (offer.unavailable ?? null) : (entryOf(id).otherwise ?? 'Not here.')
}
