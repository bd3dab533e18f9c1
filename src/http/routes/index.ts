import { OPERATIONS, type Operation } from '../operations.js'
import type { Route } from '../route.js'
import { answerRoutes } from './answers.js'
import { articleRoutes } from './articles.js'
import { briefRoutes } from './brief.js'
import { ceilingRoutes } from './ceilings.js'
import { checkRoutes } from './check.js'
import { claimRoutes } from './claims.js'
import { councilRoutes } from './council.js'
import { draftRoutes } from './drafts.js'
import { lawRoutes } from './law.js'
import { listRoutes } from './lists.js'
import { matterAnswerRoutes } from './matter-answers.js'
import { matterRoutes } from './matters.js'
import { rulingRoutes } from './rulings.js'
import { sessionRoutes } from './session.js'

/** Every route with its own types; the client takes its types from here. */
export const typedRoutes = {
  ...sessionRoutes,
  ...lawRoutes,
  ...listRoutes,
  ...checkRoutes,
  ...ceilingRoutes,
  ...answerRoutes,
  ...councilRoutes,
  ...articleRoutes,
  ...claimRoutes,
  ...rulingRoutes,
  ...matterRoutes,
  ...draftRoutes,
  ...matterAnswerRoutes,
  ...briefRoutes,
}

/** Every route by the name of its operation; an operation without a route, or a route without one, does not compile. */
export const routes: Readonly<Record<Operation, Route>> = typedRoutes as unknown as Record<
  keyof typeof typedRoutes,
  Route
>

export const OPERATIONS_IN_ORDER = Object.keys(OPERATIONS) as Operation[]
