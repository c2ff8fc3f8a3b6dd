import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#app/app.tsx'
import { askEarly, createServices } from '#app/services.ts'
import './styles.css'

// Browsers are getting it; the others fetch it once.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')

const services = createServices(window)
askEarly(services)

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element with the id root')
createRoot(root).render(
  <StrictMode>
    <App services={services} />
  </StrictMode>,
)
