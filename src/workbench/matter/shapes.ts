import type { Claim, countView, Letter, Position } from '../../http/view.js'

export interface Matter {
  readonly id: string
  readonly title: string
  readonly target?: string
  readonly regime?: string
  readonly keywords: readonly string[]
  readonly from?: string
  readonly to?: string
  readonly note?: string
}

export interface Draft {
  readonly id: string
  readonly label?: string
  readonly symbol?: string
  readonly versions: readonly { readonly label: string; readonly date?: string }[]
  readonly sponsors: readonly string[]
  readonly tabled?: string
  readonly vote?: { readonly date: string }
  readonly adopted?: string
}

export interface MatterArticle {
  readonly id: string
  readonly name: string
  readonly title?: string
  readonly published?: string
  readonly source?: string
}

export interface MatterClaim {
  readonly id: string
  readonly gist: string
  readonly claim: Claim
  readonly ruling: 'proposed' | 'accepted' | 'edited'
  readonly draft?: string
  readonly version?: string
  readonly published?: string
  readonly repeats: readonly string[]
}

export interface Matters {
  readonly items: readonly Matter[]
  readonly suggested: readonly {
    readonly id: string
    readonly title: string
    readonly target: string
    readonly from?: string
    readonly to?: string
    readonly articles: number
  }[]
}

export interface MatterWhole {
  readonly matter: Matter
  readonly drafts: readonly Draft[]
  readonly articles: readonly MatterArticle[]
  readonly claims: number
  readonly from?: string
  readonly to?: string
  readonly notes: readonly string[]
}

export interface Cell {
  readonly position: Position
  readonly quotes: number
  readonly date?: string
  readonly isDisputed: boolean
  readonly isConditional: boolean
  readonly isVoteUndeclared: boolean
  readonly before?: { readonly position: Position; readonly date?: string }
  readonly vote?: Letter
  readonly claims: readonly MatterClaim[]
  readonly outweighed: readonly MatterClaim[]
  readonly aside: readonly { readonly claim: MatterClaim; readonly why: string }[]
  /** How many more there are of each list than are told. */
  readonly left?: { readonly claims?: number; readonly outweighed?: number; readonly aside?: number }
}

export interface Row {
  readonly state: string
  readonly name: string
  readonly seat: 'permanent' | 'elected' | 'none'
  readonly cells: readonly Cell[]
}

export interface Column {
  readonly draft?: string
  readonly version?: string
  readonly label: string
}

export interface Positions {
  readonly on: string
  readonly columns: readonly Column[]
  readonly members: readonly Row[]
  readonly others: readonly Row[]
  readonly collective: readonly (readonly MatterClaim[])[]
}

export interface Timeline {
  readonly matter: Matter
  readonly drafts: readonly Draft[]
  readonly articles: readonly MatterArticle[]
  readonly events: readonly MatterClaim[]
  readonly contacts: readonly MatterClaim[]
  readonly measures: readonly MatterClaim[]
  readonly stances: readonly MatterClaim[]
  /** The regime whose law is told. */
  readonly regime?: string
  readonly law: readonly {
    readonly change: string
    readonly day: string
    readonly by: string
    readonly id: string
    readonly citation: string
    readonly says: string
  }[]
}

export type CountView = ReturnType<typeof countView>

/** Articles by id, to name them beside a quote. */
export function articlesById(articles: readonly MatterArticle[]): ReadonlyMap<string, MatterArticle> {
  return new Map(articles.map((article) => [article.id, article]))
}
