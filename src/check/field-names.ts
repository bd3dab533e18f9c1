/** So many names are kept with each pattern; a batch uses a few dozen. */
const KEPT = 4096

/** Whether a field's name fits the pattern; asked once for each name, since activities share their fields. */
export function fieldsLike(pattern: RegExp): (name: string) => boolean {
  const answers = new Map<string, boolean>()
  return (name) => {
    const known = answers.get(name)
    if (known !== undefined) return known
    const answer = pattern.test(name)
    if (answers.size >= KEPT) answers.clear()
    answers.set(name, answer)
    return answer
  }
}
