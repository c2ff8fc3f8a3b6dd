/** The same client for work whose single answers nobody waits for: its requests let those of the screen pass. */
import type { CloseClient } from './close-client.ts'

export function inBackground(client: CloseClient): CloseClient {
  return {
    ...client,
    get: (path, parameters, options) => client.get(path, parameters, { priority: 'background', ...options }),
    post: (path, body, options) => client.post(path, body, { priority: 'background', ...options }),
  }
}
