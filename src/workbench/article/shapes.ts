import type { ArticleLine, Claim, Flag, Problem } from '../../http/view.js'

/** What names an article, wherever it is told of. */
type ArticleName = Pick<ArticleLine, 'id' | 'name' | 'title' | 'published' | 'source' | 'url' | 'target'>

/** What a person ruled on a claim last. */
export interface Ruling {
  readonly verdict: 'accepted' | 'edited' | 'rejected' | 'withdrawn'
  readonly edited?: Claim
  readonly note?: string
  readonly kept: { readonly by: string; readonly at: string }
}

export interface ClaimRow {
  readonly id: string
  readonly gist?: string
  readonly claim: Claim
  readonly ruling?: Ruling
}

export type ClaimLine = ClaimRow & { readonly article: ArticleName }

export interface ArticleWhole {
  readonly article: ArticleName & {
    readonly text: string
    readonly hasText: boolean
    readonly publishedFrom?: string
    readonly sameAs?: string
    readonly got: { readonly from: string; readonly at: string }
  }
  readonly reading: { readonly published?: string; readonly target?: string; readonly problems: readonly Problem[] }
  readonly reader: string
  readonly claims: readonly ClaimRow[]
}

export interface ReadAnswer {
  readonly reader: string
  readonly articles: readonly {
    readonly id: string
    readonly title?: string
    readonly published?: string
    readonly target?: string
    readonly source?: string
    readonly text: string
    readonly claims: readonly Claim[]
    readonly problems: readonly Problem[]
  }[]
  readonly answer: { readonly flags: readonly Flag[] }
  readonly problems: readonly Problem[]
}

/** The claim as it stands after a person's edit. */
export function ruledClaim({ claim, ruling }: ClaimRow): Claim {
  return ruling?.edited ?? claim
}
