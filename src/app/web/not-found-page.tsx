import { useNavigate, useRouter } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { useTexts } from '../../platform/web/language.tsx'
import { webEn, webZh } from '../../platform/web/texts.ts'
import { Button } from '../../ui-kit/button.tsx'
import { EmptyState } from '../../ui-kit/empty-state.tsx'
import { PageFrame } from '../../ui-kit/page-frame.tsx'

/** An address that is none says so, and leads back. */
export function NotFoundPage() {
  const t = useTexts(webZh, webEn)
  const navigate = useNavigate()
  const router = useRouter()
  return (
    <PageFrame title={t('web.no-page')}>
      <EmptyState icon={SearchX} action={<div className="k-row">
        <Button kind="primary" onPress={() => { void navigate({ to: '/' }) }}>{t('web.no-page-home')}</Button>
        <Button onPress={() => router.history.back()}>{t('web.no-page-back')}</Button>
      </div>}>{t('web.no-page-words', { address: window.location.pathname })}</EmptyState>
    </PageFrame>
  )
}
