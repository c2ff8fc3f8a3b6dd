/** Light, dark, or as the system has it. `public/theme.js` applies the choice before the first paint. */
export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

const key = 'theme'

export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(key)
    return themes.find((theme) => theme === stored) ?? 'system'
  } catch {
    return 'system'
  }
}

export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  try {
    localStorage.setItem(key, theme)
  } catch {
    // Storage can be forbidden: the choice then lasts as long as the page.
  }
}
