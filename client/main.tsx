import './ui/tokens.css'
import '@fontsource-variable/geist/wght.css'
import '@fontsource-variable/geist-mono/wght.css'
import './ui/base.css'
import 'virtual:uno.css'
import { render } from 'solid-js/web'
import { App } from './app.tsx'
import { startTheme } from './ui/theme.ts'

startTheme()
const root = document.getElementById('root')
if (root) render(() => <App />, root)
