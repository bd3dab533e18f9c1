export type { Article, Opened } from './article.js'
export { nearDuplicates } from './duplicates.js'
export { LIMITS } from './limits.js'
export { countSources, type OpenOptions, openArticles, openBytes } from './open.js'
