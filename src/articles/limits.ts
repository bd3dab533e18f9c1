/** What opening refuses, in bytes unless said otherwise; every error names the limit that it met. */
export const LIMITS = {
  /** One article in a file of its own, after decompression. */
  article: 64 * 1024 * 1024,
  /** One line of JSON Lines. */
  line: 16 * 1024 * 1024,
  /** One page from the web, after decompression. */
  page: 16 * 1024 * 1024,
  /** Elements with pieces of text, and depth, of a page that is given to the article extractor; past them its plain text is taken. */
  nodes: 40_000,
  depth: 150,
  /** Past `expansionFrom` bytes, a gzip stream may not be more than `expansion` times its compressed size. */
  expansion: 250,
  expansionFrom: 16 * 1024 * 1024,
  redirects: 5,
  /** Milliseconds for one page, redirects included. */
  fetchTime: 20_000,
} as const
