/** What every part of the server is: a question in, an answer out. */
export interface Handler {
  fetch(request: Request): Response | Promise<Response>
}
