export type { Article } from './article.js'
