/** What pages of later modules show of picking. */
export { ScanBox, type Scanned, type ScanLine } from './scan-box.tsx'
