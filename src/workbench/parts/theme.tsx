import { useEffect, useState } from 'preact/hooks'

const NEXT = { auto: 'light', light: 'dark', dark: 'auto' } as const
type Theme = keyof typeof NEXT

function kept(): Theme {
  const told = localStorage.getItem('theme')
  return told === 'light' || told === 'dark' ? told : 'auto'
}

/** Light, dark, or as the system has it. */
export function ThemeButton() {
  const [theme, setTheme] = useState<Theme>(kept)
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    localStorage.setItem('theme', theme)
  }, [theme])
  return (
    <button type="button" class="quiet" onClick={() => setTheme(NEXT[theme])} title="Light, dark, or as the system">
      {{ auto: '◐ Auto', light: '○ Light', dark: '● Dark' }[theme]}
    </button>
  )
}
