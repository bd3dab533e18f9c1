const SMALLEST = 1024
/** The first number of a pair stands above the second's bits. */
const SHIFT = 16
const MULTIPLIER = 0x9e3779b1 | 0

/** A number for pairs of small numbers: a table without strings or objects. */
export class NumberPairs {
  private keys = new Int32Array(SMALLEST).fill(-1)
  private values = new Int32Array(SMALLEST)
  private size = 0

  /** The number of a pair, below zero where it has none. */
  get(first: number, second: number): number {
    const at = this.slotOf((first << SHIFT) | second)
    return this.keys[at] === -1 ? -1 : (this.values[at] as number)
  }

  set(first: number, second: number, value: number): void {
    const key = (first << SHIFT) | second
    let at = this.slotOf(key)
    if (this.keys[at] === -1) {
      this.size++
      if (this.size * 2 > this.keys.length) {
        this.grow()
        at = this.slotOf(key)
      }
    }
    this.keys[at] = key
    this.values[at] = value
  }

  /** Where a key stands, or the free place that is its own. */
  private slotOf(key: number): number {
    const { keys } = this
    const mask = keys.length - 1
    let at = (Math.imul(key, MULTIPLIER) >>> SHIFT) & mask
    while (keys[at] !== key && keys[at] !== -1) at = (at + 1) & mask
    return at
  }

  private grow(): void {
    const { keys, values } = this
    this.keys = new Int32Array(keys.length * 2).fill(-1)
    this.values = new Int32Array(keys.length * 2)
    for (let from = 0; from < keys.length; from++) {
      const key = keys[from] as number
      if (key === -1) continue
      const at = this.slotOf(key)
      this.keys[at] = key
      this.values[at] = values[from] as number
    }
  }
}
