/**
 * The seven digits of an IMO ship number, or undefined where the text holds none or its check digit is wrong.
 * The first six digits weighted 7 to 2 add up to a number that ends in the seventh (IMO resolution A.1117(30)).
 */
export function parseImo(text: string): string | undefined {
  const digits = /^\s*(?:imo(?:\s*(?:no\.?|number))?[\s:]*)?(\d{7})\s*$/i.exec(text)?.[1]
  if (digits === undefined) return undefined
  let sum = 0
  for (let place = 0; place < 6; place++) sum += Number(digits[place]) * (7 - place)
  return sum % 10 === Number(digits[6]) ? digits : undefined
}
