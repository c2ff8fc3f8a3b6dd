/** Says a text once for as long as the same wait goes on: a notice that comes back with every further attempt is not news. */
export function createSaidOnce(announce: (text: string) => void) {
  const said = new Set<string>()
  return {
    say: (text: string) => {
      if (said.has(text)) return
      said.add(text)
      announce(text)
    },
    /** The wait is over. */
    end: () => said.clear(),
  }
}
