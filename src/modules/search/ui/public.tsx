/** What the app's frame shows on every page. */
export { SearchBox } from './search-box.tsx'
