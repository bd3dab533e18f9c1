/** Lists of claims that can be as long as a matter has articles. */
const LISTS = ['claims', 'outweighed', 'aside'] as const

type Listed = { readonly [Name in (typeof LISTS)[number]]?: readonly unknown[] | undefined }

/** How many of a list are left out. */
export interface Left {
  readonly left?: { readonly [Name in (typeof LISTS)[number]]?: number }
}

/** The same with at most `most` of each list of claims; `left` tells how many more there are of each. */
export function shortened<T extends Listed>(stand: T, most: number): T & Left {
  const cut: Record<string, readonly unknown[]> = {}
  const left: Record<string, number> = {}
  for (const name of LISTS) {
    const own = stand[name]
    if (own === undefined || own.length <= most) continue
    cut[name] = own.slice(0, most)
    left[name] = own.length - most
  }
  return Object.keys(left).length === 0 ? stand : { ...stand, ...cut, left }
}
