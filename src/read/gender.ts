import type { Entity } from './entity.js'

/** First names that women bear, for whom "she" and "he" mean. */
const WOMEN: ReadonlySet<string> = new Set(
  'aisha amina angela angelina anna annalena anne annegret anniken antje arancha asma audrey barbara benazir benita bouthaina carla carolyn caroline carol catherine cathy christiane christina christine chrystia claudia condoleezza cristina dalia daria deborah delcy denise diana dilma dina dorothy elina elisabeth elizabeth ellen erna eva fatou fatima federica florence gabriela geraldine gillian giorgia gloria golda hanan hanna heather helen helga helle hilary hilde hillary hina ileana indira inga jacinda jane janet jeanine jen jendayi jennifer jo joanna joyce judith julia julie kaja karen karine karoline kathleen kayleigh kristalina laila laura leila lene linda lindiwe louise madeleine maleeha margaret margarita margot maria marie marise mary megawati melanie melissa mette michele micheline michelle mona nancy natalia navanethem navi nikki nkosazana noeleen oana patricia penny rosemary roza ruchira ruth sadako samantha sandra sarah sheikha sigrid simone sophie stephanie susan susana sushma suzan suzanne sylvie tammy tanja tarja theresa therese tzipi ursula valerie vanessa victoria vivian vjosa wendy yolande yulia yvette'.split(
    ' ',
  ),
)

/** First names that men bear. */
const MEN: ReadonlySet<string> = new Set(
  'abdul abdullah abu adam adnan ahmad ahmed ahmet alain alan alexander alexei ali amr andrei andrew anthony antonio antony ariel ayman ban barack bashar benjamin bernard bill bob boris brian burhan charles chris christopher colin dan daniel david dennis denis dmitry donald edward ehud emmanuel francois frank gennady geoff george gerard gilad gordon guido hamad hamid hans harry hassan henry herman herve hoshyar hosni hugo hussein ibrahim igor ivan jack jacques jakob james jay jean jeffrey jeremy jim jimmy joe john jonathan joseph juan khaled kevin kofi lakhdar laurent lawrence liam luis mahmoud manouchehr mark marc martin matthew michael mike mikhail mohamed mohammad mohammed moussa muammar moammar mustafa nabil nicholas nicolas nouri omar paul peter philip philippe phil recep richard riyad robert ron saad saddam saeed saud scott sean sergei sergey silvio stephen steve steven taro thomas tom tony vitaly vladimir volodymyr walid walter william yitzhak yukiya yusuf zalmay'.split(
    ' ',
  ),
)

/** Whether a named person is a woman; undefined where no name is known. */
function isWoman(person: Entity): boolean | undefined {
  const name = person.name
  if (name === undefined) return undefined
  const space = name.indexOf(' ')
  const first = space < 0 ? '' : name.slice(0, space).toLowerCase()
  return WOMEN.has(first) ? true : MEN.has(first) ? false : undefined
}

/** Whether "she" or "he" may mean the person. */
export function mayBe(person: Entity, she: boolean): boolean {
  const woman = isWoman(person)
  return woman === undefined || woman === she
}
