/** Gives the focus back to the row of an activity, or to the table's own place when that row is not on screen. */
export function focusRow(id: string): void {
  const rows = [
    ...document.querySelectorAll<HTMLElement>(':is([role=grid], [role=treegrid], [data-reading]) [data-activity-id]'),
  ]
  const row = rows.find(({ dataset }) => dataset['activityId'] === id) ?? rows.find(({ tabIndex }) => tabIndex === 0)
  row?.focus()
}
