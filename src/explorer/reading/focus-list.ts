import { focusSoon } from '#explorer/focus-soon.ts'

/** Where the list is read from: its current row, its heading in reading mode, or the line that says why there are none. */
export function focusList(): void {
  focusSoon(() => document.querySelector<HTMLElement>(place), patience)
}

const place = [
  ':is([role=grid], [role=treegrid]) [role=row][tabindex="0"]',
  '[data-reading] h2',
  'main:not(:has([data-reading], [role=row][tabindex="0"], [aria-busy="true"])) [role=status]',
].join()

/** Frames. What reading mode needs is loaded when it is first wanted. */
const patience = 300
