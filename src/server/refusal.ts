/** An answer of the server's own on the API's paths, in the API's shape: `{"error": "…"}`. */
export function refuse(status: number, error: string, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ error }, { status, headers: { ...headers, 'cache-control': 'no-store' } })
}
