/** Values by key, the oldest forgotten first; what several ask for at once is worked out once. */
export class Memory<T> {
  private readonly kept = new Map<string, Promise<T>>()

  constructor(private readonly most: number) {}

  of(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key)
    if (known !== undefined) {
      this.kept.delete(key)
      this.kept.set(key, known)
      return known
    }
    const made = make()
    this.kept.set(key, made)
    made.catch(() => this.kept.delete(key))
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value ?? '')
    return made
  }
}
