/** What the app calls. Announces: notice.made, .read, .own-settings-changed; notice-channel.changed, .sent-again. */
export { openChannels, type MailSettings } from './actions/channels.ts'
export { lookRound } from './actions/look-round.ts'
export { removeOldNotices } from './actions/remove-old.ts'
export { sendDue } from './actions/send.ts'
export { noticesPersonal } from './data/personal.ts'
export { tellNews } from './reactions/when-something-happens.ts'
