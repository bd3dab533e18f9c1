import type { AnswerOf } from '../http/client.js'
import type { ArticleLine, Page } from '../http/view.js'
import type { ArticleWhole, ClaimLine, ReadAnswer } from './article/shapes.js'
import type { Answer, Form } from './check/shapes.js'
import type { Change, GoodsFound, LawOnDay, RegimeSummary } from './law/shapes.js'
import type { CountView, Matters, MatterWhole, Positions, Timeline } from './matter/shapes.js'
import type { Status } from './status.js'

/** Does not compile where the API stops giving what a page reads. */
type Gives<Told extends Read, Read> = Told

export type Contract = [
  Gives<AnswerOf<'status'>, Status>,
  Gives<AnswerOf<'regimes'>, { readonly items: readonly Pick<RegimeSummary, 'id' | 'name' | 'from' | 'dataUntil'>[] }>,
  Gives<AnswerOf<'law'>, Omit<LawOnDay, 'measures'>>,
  Gives<AnswerOf<'lawChanges'>, { readonly changes: readonly Omit<Change, 'exemption' | 'gist'>[] }>,
  Gives<AnswerOf<'goods'>, Omit<GoodsFound, 'barrelsPerTonne'>>,
  Gives<AnswerOf<'check'>, Pick<Answer, 'on' | 'verdict' | 'citations' | 'findings' | 'missing'>>,
  Gives<AnswerOf<'checkForm'>, { readonly kinds: Form['kinds'] }>,
  Gives<AnswerOf<'articles'>, Page<Pick<ArticleLine, 'id' | 'name' | 'claims'>>>,
  Gives<AnswerOf<'article'>, Pick<ArticleWhole, 'reader'>>,
  Gives<AnswerOf<'claims'>, Page<Pick<ClaimLine, 'id' | 'claim'>>>,
  Gives<AnswerOf<'read'>, Pick<ReadAnswer, 'reader'>>,
  Gives<
    AnswerOf<'matters'>,
    { readonly items: readonly Pick<Matters['items'][number], 'id' | 'title' | 'keywords'>[] }
  >,
  Gives<AnswerOf<'matter'>, Pick<MatterWhole, 'claims' | 'notes'>>,
  Gives<AnswerOf<'positions'>, Pick<Positions, 'on'>>,
  Gives<AnswerOf<'count'>, Pick<CountView, 'outcome'>>,
  Gives<AnswerOf<'timeline'>, Pick<Timeline, 'law'>>,
]
