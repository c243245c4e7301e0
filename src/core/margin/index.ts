/**
 * Where items stand beside a text: each as near to its words as its neighbours let it. Numbers in,
 * numbers out; it knows neither what the items are nor who measured them.
 */
export { placeItems, type ItemBeside, type Placing } from './place-items.ts'
