import { useState } from 'react'
import { IconButton } from '#ui/button.tsx'
import { applyTheme, storedTheme, type Theme, themes } from './theme.ts'

const icons = { system: 'screen', light: 'sun', dark: 'moon' } as const

export function ThemeSwitch() {
  const [theme, setTheme] = useState(storedTheme)
  return <IconButton icon={icons[theme]} label={`Theme: ${theme}`} onClick={() => setTheme(next(theme))} />
}

function next(theme: Theme): Theme {
  const following = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  applyTheme(following)
  return following
}
