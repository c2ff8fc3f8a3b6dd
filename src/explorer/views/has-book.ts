/** Where views and recent queries are kept. */
export const bookKey = 'views'

/** Whether this browser keeps any, or may: asked without reading them. */
export function hasBook(): boolean {
  try {
    return localStorage.getItem(bookKey) !== null
  } catch {
    return false
  }
}
