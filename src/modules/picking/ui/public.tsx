/** What pages of later modules show of picking. */
export { LeaveDialog, type Leaving } from './leave-dialog.tsx'
export { ScanBox, type Scanned, type ScanLine } from './scan-box.tsx'
