/**
 * How a message looks where it says nothing: dark ink on white paper, whatever the page's theme, since mail is written for that.
 * Only what brings no colours of its own follows the theme. The layer lets the message's own styles win.
 */
const paperStyles = `
@layer paper {
  html { color-scheme: light; background: #fff; color: #171b22; overflow: auto; }
  body { margin: 12px; font: 14px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif; overflow-wrap: break-word; }
  body:focus-visible { outline: 2px solid #2450c8; outline-offset: -2px; }
  pre { white-space: pre-wrap; }
  table { font-size: inherit; }
  a { color: #2450c8; }
  a:focus-visible { outline: 2px solid #2450c8; outline-offset: 2px; }
  img { max-width: 100%; }
  img.mail-not-shown { outline: 1px dashed #8a93a1; outline-offset: -1px; background: #f5f6f8; }
  .mail-attachment { display: inline-block; max-width: 100%; padding: 4px 8px; border: 1px dashed #8a93a1; border-radius: 4px; font: 12px/1.4 system-ui, sans-serif; color: #4d5664; background: #f5f6f8; }
  blockquote { margin-inline: 0; padding-inline-start: 12px; border-inline-start: 2px solid #c9ced6; }
  @media (prefers-color-scheme: dark) {
    html.follows-theme { color-scheme: dark; background: #14171c; color: #e9ecf1; }
    html.follows-theme a { color: #8fb0ff; }
    html.follows-theme blockquote { border-color: #4a5260; }
    html.follows-theme .mail-attachment { color: #a9b2c0; background: #1c2027; }
  }
}`

export function paper(): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(paperStyles)
  return sheet
}
