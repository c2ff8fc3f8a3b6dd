/** The names this machine calls itself by, as they stand in a URL. */
const loopbackNames = ['localhost', '127.0.0.1', '[::1]'] as const

/** Every `Host` value a browser on this machine sends for a server on `port`. A page rebound to 127.0.0.1 sends its own name. */
export function loopbackHosts(port: number): readonly string[] {
  const withPort = loopbackNames.map((name) => `${name}:${port}`)
  return port === 80 ? [...withPort, ...loopbackNames] : withPort
}

/** Whether a URL's hostname is this machine: `localhost`, `127.0.0.0/8`, `[::1]`. */
export function isLoopbackName(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname === '[::1]' || hostname === '::1' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
  )
}
