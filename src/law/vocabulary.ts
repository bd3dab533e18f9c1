/**
 * The closed vocabulary of the law files. Every value has one line of meaning; `data/law/README.md` explains how to use
 * them. Nothing here is about one regime: "the target" is the state that the regime is about.
 */

/** What a paragraph's verb does to states. */
export const FORCES = {
  binding: 'states must: decides, demands, requires, directs',
  'called-for': 'states are asked: calls upon, urges, encourages, recommends',
  interpretive:
    'says what another paragraph means (clarifies, affirms, reaffirms, notes, underscores); binds through it',
} as const

/** What a measure wants. */
export const DUTIES = {
  forbid: 'the act must not happen',
  require: 'the state must do the act; the activity that leaves it undone is the breach',
  cap: 'the act may happen up to a ceiling',
} as const

/** Which way goods, funds or persons go, seen from the target. */
export const FLOWS = {
  into: 'to the target',
  out: 'from the target',
  both: 'to or from the target; an act between others is not meant',
  any: 'the direction does not matter',
} as const

/** What is done. An activity's free verb is mapped to one or more of these; a measure names those that it reaches. */
export const ACTS = {
  supply: 'goods or technology are sold, supplied, shipped, donated or handed over',
  procure: 'goods or technology (or a right, such as fishing rights) are bought, imported or accepted',
  broker: 'a supply between others is arranged or facilitated',
  carry: 'goods are carried on a vessel, aircraft, train or vehicle, or pass in transit',
  'send-for-repair':
    'items go out or come back for repair, servicing, testing, refurbishing or marketing, without a sale',
  'give-technical-help': 'technical training, advice, services or assistance about goods is given or bought',
  'host-security-training':
    'trainers, advisers or officials for military, paramilitary or police training are hosted or sent',
  pay: 'funds are moved, cleared, exchanged, or another financial service is given',
  'carry-cash': 'cash, gold or other value is carried by hand',
  'support-trade': 'export credit, guarantee, insurance or another financial support for trade is given',
  'give-aid': 'a grant, financial assistance or concessional loan is given',
  'open-branch-here':
    'a bank of the target opens a branch, subsidiary, office, joint venture or correspondent account abroad',
  'keep-branch-here': 'such a branch, venture or correspondent account of the target abroad is kept open',
  'open-office-there': 'a foreign financial institution opens an office, branch, subsidiary or account in the target',
  'keep-office-there': 'such an office or account in the target is kept open',
  'open-mission-account':
    'a bank account is opened for a mission, consular post, diplomat or consular officer of the target',
  'keep-mission-account': 'such accounts are kept',
  'deal-with-assets': 'funds or resources are released, paid out, sold to or made available to a party',
  'omit-freeze': 'a state or bank leaves assets of a party unfrozen',
  'service-vessel': 'fuel, supplies or servicing is given to a vessel',
  'charter-out': 'an own vessel or aircraft is leased or chartered to the other side',
  'crew-out': 'crew services are given to the other side',
  'crew-in': 'crew services are bought from the other side',
  'take-flag': 'a vessel is registered in the target, gets leave to fly its flag, or flies it',
  'use-flagged-vessel':
    'a vessel of the target is owned, leased, chartered, operated or provided with services by another',
  'class-vessel': 'a vessel is classed, certified or surveyed',
  'insure-vessel': 'a vessel is insured or reinsured',
  'admit-vessel': 'a vessel is let into port',
  'transfer-ship-to-ship': 'cargo goes from vessel to vessel outside port',
  'keep-registered': 'a flag state leaves a vessel on its register',
  'register-again': 'a vessel that another state struck off is registered',
  'let-vessel-go': 'a vessel is not seized, inspected, frozen or stopped',
  'release-vessel': 'a seized or frozen vessel is given free',
  'omit-redirect': 'a flag state does not send its vessel to a port',
  'omit-high-seas-inspection': 'a vessel on the high seas is not inspected, or its flag state does not agree to it',
  'omit-track': 'nothing is done about a vessel that hides its position or documents',
  'let-fly': 'an aircraft is let land, take off or overfly',
  'fuel-aircraft': 'an aircraft is refuelled outside the target',
  'omit-inspect': 'cargo, baggage or a consignment is not inspected',
  'return-seized': 'found or seized goods are sent back, released or otherwise not disposed of as required',
  'omit-report': 'a report, notice or consultation that is due is not made',
  'file-report': 'a report or notice is being made or is still to be made',
  admit: 'a person is let in or let pass through',
  'let-stay': 'a person present is not expelled',
  'permit-work': 'work authorisations are granted',
  'keep-workers': 'workers already present are kept or not sent home',
  teach: 'a person is taught, trained or enrolled in a field of study',
  'cooperate-in-science': 'scientific or technical cooperation is held',
  'open-venture': 'a joint venture, cooperative entity or other business arrangement is opened or expanded',
  'keep-venture': 'an existing one is kept or operated',
  'keep-representation': 'an office of a listed party is kept or allowed',
  'keep-mission-staff': 'the number of staff at a mission of the target is kept or raised',
  'use-mission-property': 'real property of the target abroad is used, let or sublet',
  'omit-vigilance': 'watchfulness that is asked for is left out',
} as const

/** The kind of activity that each act mostly belongs to. */
export const KIND_OF_ACT: Readonly<Record<Act, string>> = {
  supply: 'trade',
  procure: 'trade',
  broker: 'trade',
  carry: 'trade',
  'send-for-repair': 'trade',
  'give-technical-help': 'service',
  'host-security-training': 'training',
  pay: 'finance',
  'carry-cash': 'finance',
  'support-trade': 'finance',
  'give-aid': 'finance',
  'open-branch-here': 'finance',
  'keep-branch-here': 'finance',
  'open-office-there': 'finance',
  'keep-office-there': 'finance',
  'open-mission-account': 'diplomatic',
  'keep-mission-account': 'diplomatic',
  'deal-with-assets': 'asset_freeze',
  'omit-freeze': 'asset_freeze',
  'service-vessel': 'vessel',
  'charter-out': 'vessel',
  'crew-out': 'vessel',
  'crew-in': 'vessel',
  'take-flag': 'vessel',
  'use-flagged-vessel': 'vessel',
  'class-vessel': 'vessel',
  'insure-vessel': 'vessel',
  'admit-vessel': 'vessel',
  'transfer-ship-to-ship': 'vessel',
  'keep-registered': 'vessel',
  'register-again': 'vessel',
  'let-vessel-go': 'vessel',
  'release-vessel': 'vessel',
  'omit-redirect': 'vessel',
  'omit-high-seas-inspection': 'vessel',
  'omit-track': 'vessel',
  'let-fly': 'aviation',
  'fuel-aircraft': 'aviation',
  'omit-inspect': 'inspection',
  'return-seized': 'inspection',
  'omit-report': 'inspection',
  'file-report': 'inspection',
  admit: 'travel',
  'let-stay': 'travel',
  'permit-work': 'work',
  'keep-workers': 'work',
  teach: 'training',
  'cooperate-in-science': 'cooperation',
  'open-venture': 'investment',
  'keep-venture': 'investment',
  'keep-representation': 'investment',
  'keep-mission-staff': 'diplomatic',
  'use-mission-property': 'diplomatic',
  'omit-vigilance': 'diplomatic',
}

/**
 * Conditions on the facts. An unstated fact leaves its condition unmet, unless the value says "asked": there the answer
 * turns on it, and a check names it as missing.
 */
export const CONDITIONS = {
  // parties
  'party-listed': 'a party is on the regime’s list that day, with assets frozen',
  'party-travel-banned': 'a person is on the regime’s list that day, under the travel ban',
  'family-of-listed': 'a person is a family member of one under the travel ban',
  'acts-for-listed': 'a party acts for, is directed by, or is owned or controlled by a listed one',
  'evades-sanctions': 'a party is held to help evade the measures',
  'of-target': 'the person, party or actor is of the target (nationality, incorporation or government)',
  'with-target': 'the activity itself names the target: a state, a party, a flag, a direction or a word',
  'between-others': 'the activity names other states as its ends, and nowhere the target',
  'of-target-government': 'a ministry, agency, official, soldier or ruling-party body of the target',
  'sponsored-by-target': 'a person or group sponsored by or representing the target',
  'target-bank': 'a bank or other financial institution of the target, or one who works for it',
  'works-for-target-bank': 'a person works on behalf or at the direction of a bank of the target',
  'target-diplomat': 'a mission, consular post, diplomat or consular officer of the target',
  'not-target-national': 'the person is of another nationality than the target’s',
  'own-national': 'the person is a national of the state that acts',
  'associated-parties':
    'parties associated with the forbidden programmes or activities, listed or evading ones take part',
  'party-exempt-bank': 'every listed party in the act is one that the paragraph names (see `parties` of the exemption)',
  'un-or-aid-actor': 'the actor is a UN body, an international or humanitarian organisation, or works with one',
  'un-coordinated': 'by the UN, in a UN plan, or coordinated with the UN',
  'public-support': 'the support is public (a state, its agency or an official insurer)',
  // determinations and grounds
  'reasonable-grounds': 'reasonable grounds to believe in what the paragraph is against',
  'credible-information': 'credible information is at hand',
  'could-contribute': 'the state holds that it could contribute to the forbidden programmes, activities or evasion',
  'no-contribution': 'the state holds that it would not contribute to them',
  'helps-armed-forces':
    'the state holds that it could directly help the target’s armed forces (or exports for another’s)',
  'associated-with-programmes':
    'the state holds that the party is associated with the forbidden programmes or activities',
  'forbidden-cargo': 'the cargo is, or is believed to be, of a kind forbidden that day',
  'target-cargo': 'the cargo is from, for, or brokered by the target, or goes on its vessels or aircraft',
  // vessels, aircraft and places
  'target-flagged': 'the vessel or aircraft flies the target’s flag (asked)',
  'either-target-flagged': 'one of the two vessels flies the target’s flag (asked)',
  'target-linked': 'the vessel is owned, controlled or operated by the target, also through illicit means (asked)',
  'target-crewed': 'the vessel is owned, operated or crewed by the target',
  'vessel-listed': 'the vessel is listed with assets frozen',
  'vessel-port-banned': 'the vessel is listed with a port ban',
  'vessel-deflag-listed': 'the vessel is listed for the flag state to strike off its register',
  'vessel-of-listed': 'a listed party owns or controls the vessel, or is believed to',
  'struck-off-elsewhere': 'another state struck the vessel off its register',
  'flag-consent': 'the flag state agreed',
  'refused-inspection': 'the vessel or its flag state refused inspection',
  'directed-to-port': 'the flag state sent the vessel to a port for inspection',
  'cargo-inspected': 'the cargo was inspected already',
  impounded: 'the vessel was seized, frozen or impounded before',
  'inspected-or-seized': 'something was inspected, seized or disposed of',
  'suspected-vessel': 'the vessel is believed to have been in forbidden activities or to have carried forbidden goods',
  'in-port': 'the vessel is in port (asked)',
  'in-territorial-waters': 'the vessel is in territorial waters, not in port',
  'on-high-seas': 'the vessel is on the high seas',
  'frozen-six-months': 'six months have passed since the vessel was frozen, with arrangements against a repeat',
  'hides-position': 'the vessel switched off its position signal or falsified documents',
  'via-named-port': 'the goods only pass through the port that the paragraph names (see `port` of the exemption)',
  'third-country-origin': 'the goods come from elsewhere than the target',
  'confirmed-origin': 'the state that the paragraph names confirmed the origin',
  // kind of goods, cargo or act
  new: 'the goods are new (asked)',
  'bulk-cash': 'cash in bulk',
  gold: 'gold takes the place of cash',
  clearing: 'funds are cleared through the state',
  'bank-like': 'the firm is no bank, but its services are like a bank’s',
  'for-repair': 'goods go for repair or servicing',
  'by-rail-or-road': 'carriage by rail or road',
  'diplomatic-pouch': 'inviolable under the conventions on diplomatic and consular relations',
  baggage: 'personal luggage or checked baggage',
  'in-target-airspace': 'the flight is in the target’s airspace',
  'airside-transit': 'passing through an airport without crossing the border',
  'sensitive-field': 'a field that the paragraph names, or near it, such as nuclear or aerospace engineering (asked)',
  'medical-exchange': 'medical exchange',
  'more-than-one-account': 'more than one account for the mission, post or person',
  'commercial-use': 'use for something else than diplomatic or consular activity',
  'venture-with-target': 'with entities or individuals of the target',
  'civil-passenger-aircraft': 'a commercial civilian passenger aircraft',
  'named-aircraft': 'an aircraft of a type that the paragraph names (see `names` of the exemption)',
  'excess-fuel': 'more fuel than the flight needs',
  'for-flight-to-target-and-back': 'fuel for the flight to the target and back, taken outside it',
  'earns-income': 'earns income in the state',
  'safety-overseer': 'an attaché who watches over workers abroad for the target',
  'return-barred': 'law forbids sending the person home (refugee or human-rights law, host-country agreement)',
  'existing-before': 'it existed before the paragraph; an older thing that is kept, not a new one',
  'no-committee-approval': 'the committee has not approved',
  // purposes
  livelihood: 'exclusively for the livelihood of the target’s people',
  humanitarian: 'humanitarian purpose or need',
  'programme-revenue': 'would generate revenue for the forbidden programmes or activities',
  'diplomatic-mission': 'for a diplomatic or consular mission, or the UN',
  'basic-expense': 'basic expenses (food, rent, medicine, taxes, fees)',
  'extraordinary-expense': 'expenses beyond the basic ones',
  'prior-lien': 'a lien or judgment older than the measure, not for a listed party',
  'medical-or-safety': 'exclusively medical, safety or other humanitarian reasons for presence',
  'judicial-process': 'presence is required for a judicial process',
  'un-business': 'United Nations business at its seat',
  emergency: 'emergency',
  'for-inspection': 'for the inspection itself',
  'return-to-origin': 'return to the port of origin',
  'food-or-medicine': 'food or medicine',
  'public-utility': 'non-commercial public utility without profit',
  'named-project': 'a project that the paragraph names (see `names` of the exemption)',
  'civil-aviation-safety': 'safe operation of civil passenger aircraft',
  'furthers-objectives': 'furthers the objectives of the resolutions',
  'religious-need': 'religious obligation',
} as const

/** How one gets through an exemption. */
export const GATES = {
  itself: 'holds as soon as its conditions are met',
  notice: 'holds once the committee has been told in time',
  approval: 'holds once the committee has approved',
} as const

/** What a paragraph does to earlier measures or exemptions. */
export const EFFECTS = {
  replaces: 'ends them and puts this paragraph’s measure in their place',
  ends: 'ends them',
  suspends: 'they don’t apply from this day on, until reinstated',
  reinstates: 'they apply again',
  exempts: 'opens an exemption from them',
  amends: 'changes a detail that is told in words; the measure stays',
} as const

/** How wide a measure is drawn; among equally strict findings the narrower leads. */
export const BREADTHS = {
  named: 'names the very thing, such as one kind of goods, one act or one project',
  category: 'names a category in words, such as arms or luxury goods',
  chapters: 'names whole chapters of goods or all goods',
  'catch-all': 'reaches anything that is held to contribute',
} as const

type Keys<T> = Extract<keyof T, string>
export type Force = Keys<typeof FORCES>
export type Duty = Keys<typeof DUTIES>
export type Flow = Keys<typeof FLOWS>
export type Act = Keys<typeof ACTS>
export type ConditionName = Keys<typeof CONDITIONS>
export type Gate = Keys<typeof GATES>
export type EffectName = Keys<typeof EFFECTS>
export type Breadth = Keys<typeof BREADTHS>

export function keysOf<T extends object>(table: T): [Keys<T>, ...Keys<T>[]] {
  return Object.keys(table) as [Keys<T>, ...Keys<T>[]]
}
