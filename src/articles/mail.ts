import PostalMime from 'postal-mime'
import { PenholderError } from '../errors.js'
import type { Article } from './article.js'
import { westernMended } from './encoding.js'
import { articleFromHtml, withHeadline } from './html.js'
import { metadataDate } from './metadata-date.js'

/**
 * An article that came by mail: the subject as headline, the plain part as text (the HTML part where there is no
 * plain one), the sender's name as outlet, the day of the Date header. Attachments are left alone.
 */
export async function articleFromMail(bytes: Uint8Array, id: string): Promise<Article> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50 })
  const title = mail.subject?.replace(/^(?:\s*(?:re|fwd?|aw|wg)\s*:)+\s*/i, '').trim() || undefined
  const date = mail.headers.find((header) => header.key === 'date')?.value
  const published = date === undefined ? undefined : metadataDate(date)
  const body = mail.text?.trim()
  const page = body || mail.html === undefined ? undefined : articleFromHtml(westernMended(mail.html), id)
  const text = body ? westernMended(mail.text ?? '') : page?.text
  if (text === undefined) {
    const what = 'a mail without a text or HTML part'
    throw new PenholderError({
      code: 'bad-input',
      what,
      place: { file: id },
      expected: 'an article in the mail’s body',
    })
  }
  const source = mail.from?.name || mail.from?.address
  return {
    id,
    text: withHeadline(title, text),
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published, publishedFrom: 'metadata' as const }),
    ...(source ? { source } : {}),
  }
}
