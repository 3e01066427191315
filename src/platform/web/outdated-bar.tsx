import { Button } from '../../ui-kit/button.tsx'
import { Notice } from '../../ui-kit/notice.tsx'
import { useTexts } from './language.tsx'
import { useOutdated } from './outdated.ts'
import { webEn, webZh } from './texts.ts'

/** Above every page that was open before an upgrade. It is not loaded anew by itself: what is typed may not be saved yet. */
export function OutdatedBar() {
  const t = useTexts(webZh, webEn)
  return useOutdated() ? <Notice tone="warn" action={<Button kind="quiet" onPress={() => { window.location.reload() }}>{t('web.reload')}</Button>}>{t('web.outdated')}</Notice> : null
}
