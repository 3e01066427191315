/** What the app shows of this module in the frame. */
export { NoticeBell } from './notice-bell.tsx'
