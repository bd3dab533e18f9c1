/**
 * Values that hold as long as the record stays as it is: a newer state of it forgets them all. What several ask for at
 * once is worked out once. The oldest are forgotten past `most` values, or where they weigh more than `heaviest` together.
 */
export class Memory<T> {
  private readonly kept = new Map<string, { readonly value: Promise<T>; weight: number }>()
  private state = ''
  private weight = 0

  constructor(
    private readonly most: number,
    private readonly heaviest = Number.POSITIVE_INFINITY,
    private readonly weigh: (value: T) => number = () => 0,
  ) {}

  of(state: string, key: string, make: () => Promise<T>): Promise<T> {
    if (state !== this.state) this.forget(state)
    const known = this.kept.get(key)
    if (known !== undefined) {
      this.kept.delete(key)
      this.kept.set(key, known)
      return known.value
    }
    const entry = { value: make(), weight: 0 }
    this.kept.set(key, entry)
    entry.value.then(
      (value) => {
        if (this.kept.get(key) !== entry) return
        entry.weight = this.weigh(value)
        this.weight += entry.weight
        this.trim()
      },
      () => {
        if (this.kept.get(key) === entry) this.kept.delete(key)
      },
    )
    this.trim()
    return entry.value
  }

  private trim(): void {
    for (const [key, { weight }] of this.kept) {
      if (this.kept.size <= this.most && this.weight <= this.heaviest) return
      this.kept.delete(key)
      this.weight -= weight
    }
  }

  private forget(state: string): void {
    this.kept.clear()
    this.weight = 0
    this.state = state
  }
}
